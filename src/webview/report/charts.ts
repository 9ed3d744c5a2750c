import { drawBalance, type Balance } from '../../core/report/charts/balance';
import { drawCourse, type Course } from '../../core/report/charts/course';
import { make } from '../shared/dom';

/** In px: the narrowest that a chart is drawn for; where there is less room, it is shown smaller. */
const narrowest = { balance: 240, course: 160 };
const widest = 760;

/** A chart as wide as there is room, drawn anew when that changes. */
export function balanceChart(balance: Balance, id: string): HTMLElement {
  return fitted('balance', (width) =>
    drawBalance(balance, Math.min(widest, Math.max(narrowest.balance, width)), id),
  );
}

export function courseChart(course: Course, id: string): HTMLElement {
  return fitted('course', (width) => drawCourse(course, Math.max(narrowest.course, width), id));
}

function fitted(name: string, draw: (width: number) => string): HTMLElement {
  const element = make('div', { class: name });
  let drawn: number | undefined;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0 || width === drawn) return;
    drawn = width;
    element.replaceChildren(parsed(draw(width)));
  }).observe(element);
  return element;
}

/** The core escapes what people wrote; as XML, what is none becomes no markup either. */
function parsed(svg: string): Node {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}
