/** In px: what shows the focus around a row is to be seen, too. */
const outline = 4;

/**
 * Brings an element into view, below what sticks on top. `scrollIntoView` would move what lies around the page too: VS
 * Code’s window is a few px higher inside than outside, and the search would be cut.
 */
export function scrollTo(target: HTMLElement, place: 'start' | 'center'): void {
  const { top, height } = target.getBoundingClientRect();
  const below = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const before = place === 'start' ? below + outline : Math.max(below, (innerHeight - height) / 2);
  window.scrollTo({ top: scrollY + top - before });
}
