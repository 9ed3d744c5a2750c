import tseslint from 'typescript-eslint';

/** Rule 1 of the layout: imports go down only, and nothing but features/, extension.ts and start.ts knows the editor. */
const forbid = (files, ...patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([group, message]) => ({ group, message })) },
    ],
  },
});

const editor = [['vscode'], 'Only features/ and extension.ts know the editor.'];
const node = [['node:*', 'fs', 'path', 'os', 'crypto'], 'The core and the webview run without Node.'];
const upward = [['**/features/**', '**/webview/**', '**/cli/**', '**/protocol'], 'Imports go down only.'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      'no-empty': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/features/messages.ts', 'src/features/quickInput.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(show(Information|Warning|Error)Message|setStatusBarMessage|withProgress|createStatusBarItem)$/]',
          message: 'Say it through features/messages.ts: VS Code reads links and icons in what it shows.',
        },
        {
          selector:
            'MemberExpression[property.name=/^(showQuickPick|createInputBox|showInputBox)$/], AssignmentExpression > MemberExpression.left[property.name=/^(items|prompt|validationMessage)$/]',
          message:
            'Show it through features/quickInput.ts: VS Code reads icons in rows and links in prompts.',
        },
      ],
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-console': 'off',
    },
  },
  forbid(['src/core/{framework,journal}/**/*.ts'], editor, node, upward, [
    ['**/selfcheck/**', '**/templates/**', '**/report/**'],
    'framework/ and journal/ are the bottom of the core.',
  ]),
  forbid(['src/core/{selfcheck,templates,report}/**/*.ts'], editor, node, upward),
  forbid(['src/webview/**/*.ts'], editor, node, [
    ['**/features/**', '**/cli/**'],
    'The webview talks by protocol only.',
  ]),
  forbid(['src/cli/**/*.ts'], editor, [
    ['**/features/**', '!**/features/nodeFiles', '**/webview/**'],
    'The command line uses the core, and reads a disk as the extension does.',
  ]),
  forbid(['src/protocol.ts'], editor, node),
);
