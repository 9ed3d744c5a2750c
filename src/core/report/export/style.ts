/**
 * How exports look. Their colours are fixed: there is no theme where they are opened. Written out for light, for dark
 * and for paper, without variables, which not everything that draws SVG knows.
 */

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly first: string;
  readonly second: string;
}

const light: Palette = {
  ...{ paper: '#ffffff', ink: '#1f2328', quiet: '#57606a' },
  ...{ first: '#0b5cad', second: '#964b00' },
};
const dark: Palette = {
  ...{ paper: '#1f1f1f', ink: '#e6e6e6', quiet: '#b0b0b0' },
  ...{ first: '#6cb6ff', second: '#e8a45c' },
};
const print: Palette = { ...light, ink: '#000000', quiet: '#404040' };

/** The rules of each in turn: paper last, whatever the screen is like. */
function forAll(rules: (palette: Palette) => string): string {
  return `${rules(light)}
@media (prefers-color-scheme: dark) {
${rules(dark)}
}
@media print {
${rules(print)}
}`;
}

const chartShapes = `.chart text { font: 12px system-ui, sans-serif; }
.chart .row, .chart .letter { font-weight: 600; }
.chart .tick { font-size: 11px; }
.chart .grid { stroke-opacity: .28; }
.chart .border { stroke-opacity: .5; }
.chart .mark { fill-opacity: .75; }
.chart .latest, .chart .key { fill-opacity: 1; }
.chart .none, .chart .earlier { fill: none; stroke-width: 1.5px; }
.chart .earlier { stroke-opacity: .5; }
.chart .recent, .chart .level { stroke-width: 2px; }
@media print { .chart { print-color-adjust: exact; } }`;

const chartColours = forAll(
  ({ paper, ink, quiet, first, second }) => `.chart .paper { fill: ${paper}; }
.chart text { fill: ${ink}; }
.chart .tick { fill: ${quiet}; }
.chart .grid, .chart .border { stroke: ${quiet}; }
${hat('first', first)}
${hat('second', second)}
.chart .latest, .chart .key { stroke: ${ink}; }`,
);

/** A hollow mark has no fill, and letters have that of the text. */
function hat(place: string, colour: string): string {
  const filled = ['mark', 'key'].map((kind) => `.chart .${kind}.${place}`).join(', ');
  const drawn = ['mark', 'none', 'earlier', 'recent', 'level'].map((kind) => `.chart .${kind}.${place}`);
  return `${filled} { fill: ${colour}; }\n${drawn.join(', ')} { stroke: ${colour}; }`;
}

/** Of a picture, wherever it stands. */
export const chartStyle = `${chartShapes}\n${chartColours}`;

const pageShapes = `* { box-sizing: border-box; }
body { max-width: 50rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h2 { margin-top: 2em; }
h3 { font-size: 1em; margin-bottom: 0; }
svg { display: block; max-width: 100%; height: auto; }
figure { margin: 1em 0; }
.courses { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 1.5rem; }
.courses p { margin: .25em 0; font-size: .9em; }
table { width: 100%; border-collapse: collapse; font-size: .9em; }
caption { padding: .5em 0; text-align: start; font-weight: 600; }
th, td { padding: .25em .5em; text-align: start; vertical-align: top; }
th:first-child, td:first-child { padding-inline-start: 0; }
tbody th { font-weight: normal; }
figure, article, tr, li { break-inside: avoid; }
thead { display: table-header-group; }
@page { margin: 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } }`;

const pageColours = forAll(
  ({ paper, ink, quiet }) => `body { background: ${paper}; color: ${ink}; }
.quiet { color: ${quiet}; }
th, td { border-bottom: 1px solid ${quiet}; }`,
);

/** Of a page with its pictures; fits A4 and Letter, as no size is said. */
export const pageStyle = `${pageShapes}\n${pageColours}\n${chartStyle}`;
