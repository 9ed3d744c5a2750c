/** SVG as text: geometry and classes by attributes, never a `style`, so that a strict policy lets it stand anywhere. */

/** Those that are `undefined` are left out. Lengths in px, rounded to hundredths. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`,
  );
  const inside = children.join('');
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

export function text(words: string, attributes: Attributes): string {
  return element('text', attributes, escaped(words));
}

/** One for each hat: told apart by shape, colour and letter. */
export const hatPlaces = ['first', 'second'] as const;
export type HatPlace = (typeof hatPlaces)[number];

/** @param r half of its width */
export function mark(place: HatPlace, x: number, y: number, r: number, kind = 'mark'): string {
  const name = `${kind} ${place}`;
  if (place === 'first') return element('circle', { class: name, cx: x, cy: y, r });
  // A square on its corner looks as large as a circle of four fifths of its width.
  const reach = r * cornerReach;
  const [left, right, top, bottom] = [x - reach, x + reach, y - reach, y + reach].map(rounded);
  return element('path', {
    class: name,
    d: `M${left} ${rounded(y)}L${rounded(x)} ${top}L${right} ${rounded(y)}L${rounded(x)} ${bottom}Z`,
  });
}

const cornerReach = 1.25;

/** What a picture says to those who do not see it. */
export interface Spoken {
  readonly title: string;
  readonly description: string;
}

/** @param id unlike all others of the page */
export function picture(
  id: string,
  { width, height, spoken }: { readonly width: number; readonly height: number; readonly spoken: Spoken },
  ...children: readonly string[]
): string {
  return element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', role: 'img', class: 'chart' },
      ...{ 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-description` },
      ...{ width, height, viewBox: `0 0 ${rounded(width)} ${rounded(height)}` },
    },
    element('title', { id: `${id}-title` }, escaped(spoken.title)),
    element('desc', { id: `${id}-description` }, escaped(spoken.description)),
    ...children,
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Text as XML and HTML hold it: no control characters but tab and line ends, no half of a surrogate pair. */
export function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
