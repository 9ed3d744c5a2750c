/** Shows nothing and has no width, but VS Code no longer reads the two characters around it as one sign. */
const joiner = '\u2060';

/**
 * The text as VS Code is to show it where it would read `[label](command:id)` as a link (notifications, prompts),
 * `$(name)` as an icon (quick picks, status bar), or an address as a link (what a mouse over a quick pick’s description
 * or detail shows is read as Markdown). It looks the same. Backslashes would be seen where nothing is read.
 */
export function asPlainText(text: string): string {
  return text
    .replaceAll('](', `]${joiner}(`)
    .replaceAll('$(', `$${joiner}(`)
    .replaceAll('://', `:${joiner}//`)
    .replace(/www(?=\.)/gi, `$&${joiner}`)
    .replace(/(?<=[\w.+-])@(?=[\w-])/g, `@${joiner}`);
}
