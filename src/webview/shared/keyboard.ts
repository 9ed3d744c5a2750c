/** Lets Up, Down, Home and End go from stop to stop; anywhere else in the element they scroll, as everywhere. */
export function arrowKeys(element: HTMLElement, stops: () => readonly HTMLElement[]): void {
  element.addEventListener('keydown', (event) => {
    if (hasModifier(event)) return;
    const all = stops();
    const current = all.findIndex((stop) => stop === event.target);
    const next = current < 0 ? undefined : all[targetOf(event.key, current, all.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Which of `count` things a key goes to; outside of them for other keys, and at either end. */
function targetOf(key: string, current: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

export function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}
