// Texts that are none of the person's doing: what a journal that others can write into may hold.

/** Each of them does something that can be seen where it is read as more than text. */
const seeds = [
  '[Click me](command:twoHats.canary)',
  'x](command:twoHats.canary)[y',
  '[a](https://canary.invalid/ "b")',
  '[a](file:///canary)',
  '![a](https://canary.invalid/a.png)',
  '<https://canary.invalid/>',
  '<img src=x onerror="globalThis.canary=1">',
  '<img src="https://canary.invalid/b.png">',
  '</title><script>globalThis.canary=1</script>',
  '"><iframe src=javascript:parent.canary=1></iframe>',
  "' onmouseover='globalThis.canary=1",
  'javascript:globalThis.canary=1',
  '[a](javascript:globalThis.canary=1)',
  '$(canary-icon)',
  '\\$(canary-icon~spin)',
  '$($(canary-icon))',
  '${TM_FILENAME} $TM_FILENAME ${1:a} $0 $1',
  '${1|canary,b|} \\$1 \\\\ \\',
  '%s %d {0} {1} {{person name}} {{date}} {{prompts}}',
  'style="background:url(https://canary.invalid/c.png)"}*{background:url(https://canary.invalid/d.png)',
  '&lt;script&gt; &#36;(canary-icon) &amp;',
  '\u202egnp.canary\u202c \u2066x',
  'a\u200bb\u2060c\u00add canary',
  `canar${'y\u0351\u036b\u0343\u033e'.repeat(8)}`,
  '👩‍👩‍👧‍👦 🏳️‍🌈 canary\u2028x\u2029y',
];

const around: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `Ana ${text}`,
  (text) => `${text} end`,
  (text) => `“${text}”`,
  (text) => `${text} ${'long '.repeat(60)}`,
  (text) => `${text}${text}`,
  (text) => `[${text}](command:twoHats.canary)`,
  (text) => `$(${text})`,
];

/** Two hundred. */
export const hostileTexts: readonly string[] = around.flatMap((change) => seeds.map(change));

/** As the name of a file, without its extension: as much of it as a disk takes. */
export function asFileName(text: string): string {
  let name = '';
  for (const sign of text.replaceAll('/', '∕')) {
    if (Buffer.byteLength(name + sign) > 180) break;
    name += sign;
  }
  return name.trim();
}

/**
 * Runs in every document of the window. It tells the console of each element that hostile text became, and of each
 * script in it that ran.
 */
export function watchForCanaries(): void {
  const tell = (what: string): void => {
    console.error(`canary: ${what}`);
  };
  const looksAlive = ({ name, value }: Attr): boolean =>
    (name.startsWith('on') && value.includes('canary')) ||
    (/^(href|src|data-href|action)$/.test(name) &&
      /^\s*(command|javascript|data|file|https?):.*canary/is.test(value)) ||
    (name === 'style' && /url\([^)]*canary/.test(value)) ||
    (name === 'class' && value.includes('codicon-canary'));
  const look = (element: Element): void => {
    if (Array.from(element.attributes).some(looksAlive)) tell(element.outerHTML.slice(0, 300));
  };
  Object.defineProperty(globalThis, 'canary', {
    set: () => {
      tell('a script ran');
    },
  });
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) look(target);
      for (const node of Array.from(addedNodes))
        if (node instanceof Element)
          for (const each of [node, ...Array.from(node.querySelectorAll('*'))]) look(each);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Of a file or folder: what VS Code would draw as a link that runs a command, and as an icon. */
export const hostileName = '[Click me](command:twoHats.canary) $(canary-icon)';

/** A message as it is read, in which VS Code finds neither a link nor an icon; throws where it would find one. */
export function plainMessage(message: string | undefined): string {
  if (message === undefined || /\]\(|\$\(/.test(message)) throw new Error(`It is no plain text: ${message}`);
  return message.replaceAll('\u2060', '');
}
