/** Every form in which `tags.md` lets something be private. */

const tag = '#risk-taking/management';
/** The word is in no name and in nothing else that may be seen. */
export const canaryTask = `- [ ] canary to do @canary due:2026-12-01 ${tag}`;

/** Each holds the word only where it is private, and a task and words that are not. */
const inText: Readonly<Record<string, string>> = {
  item: `- canary ${tag} #private\n  canary goes on\n\n  - [ ] canary below ${tag}\n- seen ${tag}`,
  'item in a list': `1. seen ${tag}\n   - [ ] canary #private\n     - canary\n2. [ ] seen too`,
  'detail of an action': `- [ ] seen ${tag}\n  - canary #private\n    - [ ] canary\n  - seen too`,
  'item in a quote': `> - canary ${tag} #private\n>   - [ ] canary\n>\n> seen ${tag}`,
  paragraph: `canary ${tag}\ncanary #Private/health\n\n- [ ] seen ${tag}`,
  'heading’s section': `# canary #private\n\n${canaryTask}\n\n## canary ${tag}\n\ncanary\n\n# Seen ${tag}\n\n- [ ] seen`,
  'table row': `| a | b |\n|---|---|\n| canary ${tag} | #private |\n| seen | ${tag} |\n\n- [ ] seen`,
  'heading Private': `- [ ] seen ${tag}\n\n## Private\n\n${canaryTask}\n\ncanary\n\n### canary\n\n| canary |\n|---|`,
  'setext heading Private': `- [ ] seen ${tag}\n\n**Private**\n---\n\n${canaryTask}\n\n> canary ${tag}`,
  'heading in an item': `- canary ${tag} #private\n\n  ## canary\n\n  canary\n\nseen ${tag}\n\n- [ ] seen`,
  'heading in a quote': `> ## canary #private\n>\n> canary ${tag}\n\nseen ${tag}\n\n- [ ] seen`,
  'heading Private with a sign': `- [ ] seen ${tag}\n\n## 🔒 [Private](x.md)\n\n${canaryTask}\n\ncanary\n`,
  'numbered heading Private with a soft hyphen': `- [ ] seen ${tag}\n\n## 3. Pri\u00advate\n\n${canaryTask}\n`,
  'first heading': `# canary #private\n\n# Seen\n\n- [ ] seen ${tag}`,
};
const said: Readonly<Record<string, string>> = {
  list: 'tags: [a, private]',
  'nested map beside it': 'mood:\n  morning: low\ntags: [private]',
  'quoted key': '"tags": [private]',
  'folded text': 'tags: >\n  a\n  private',
  escape: 'tags: "\\x70rivate"',
  anchor: 'x: &p private\ntags: [*p]',
  'lines of a flow list': 'tags: [\n  a,\n  private\n  ]',
  'what is no YAML': 'person: Ann\ncreated: {{date}}, {{time}}\ntags: [private]',
  'what is no YAML, either': "tags: ['private\nperson: Ann",
};
const whole = (source: string) =>
  `---\ntitle: canary\n${source}\n---\n\n# canary ${tag}\n\n${canaryTask}\n  - canary\n\ncanary ${tag}\n\n> canary`;

/** By what is private in them. */
export const privateNotes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(inText).map(([what, text]) => [`a private ${what}`, `${text}\n`])),
  ...Object.fromEntries(
    Object.entries(said).map(([what, source]) => [`front matter: ${what}`, whole(source)]),
  ),
  'front matter that nothing closes': `---\ntags: [private]\n\n# canary ${tag}\n\n${canaryTask}\n`,
};
