/**
 * Which room may import which, type-only imports included. `npm run lint` holds it.
 * extension → features → services → platform → core/report → core/{experiment, selfcheck, templates} → core/{journal, framework} → core/util
 */

/** @param {string} name @param {string} comment @param {string} from @param {object} to */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to,
});

const editor = '^vscode$';
/** @param {string} rooms */
const src = (rooms) => `^src/(${rooms})`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: editor } },
    forbid(
      'only-the-editor-layer-knows-the-editor',
      'The core returns facts; features make sentences.',
      '^src/(core|webview|cli|protocol)',
      { path: editor },
    ),
    forbid('the-core-runs-without-node', 'It runs on the web, too.', '^src/(core|webview|protocol)', {
      dependencyTypes: ['core'],
    }),
    forbid('core-knows-core-only', 'Imports go down only.', src('core/'), {
      path: '^src/',
      pathNot: src('core/|assets'),
    }),
    forbid('util-knows-nothing', 'The bottom of the core.', src('core/util/'), {
      path: '^src/',
      pathNot: src('core/util/'),
    }),
    forbid(
      'journal-and-framework-know-util-only',
      'Self-checks, templates and reports are built on them.',
      src('core/(journal|framework)/'),
      { path: src('core/(selfcheck|templates|experiment|report)/') },
    ),
    {
      name: 'markdown-knows-no-journal',
      comment: 'CommonMark structure knows no tag, no task and nobody.',
      severity: 'error',
      from: { path: '^src/core/journal/markdown/' },
      to: { path: '^src/core/journal/[^/]+/', pathNot: '^src/core/journal/markdown/' },
    },
    forbid(
      'platform-knows-the-core-only',
      'It differs by host and knows nothing of the product.',
      src('platform/'),
      {
        path: '^src/',
        pathNot: src('platform/|core/'),
      },
    ),
    forbid('services-know-no-surface', 'Surfaces use services.', src('services/'), {
      path: src('features/|webview/|cli/|[^/]+\\.ts$'),
    }),
    {
      name: 'features-know-no-other-feature',
      comment: 'What two of them need lies in features/shared/ or services/.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/(shared|$1)/' },
    },
    forbid('features-know-no-root', 'The root composes them.', src('features/'), {
      path: src('webview/|cli/|[^/]+\\.ts$'),
    }),
    forbid('the-webview-talks-by-protocol', 'It knows the protocol and the pure core.', src('webview/'), {
      path: '^src/',
      pathNot: src('webview/|core/|protocol'),
    }),
    forbid('the-command-line-uses-the-core', 'It reads a disk as the extension does.', src('cli/'), {
      path: '^src/',
      pathNot: src('cli/|core/|platform/nodeFiles'),
    }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
