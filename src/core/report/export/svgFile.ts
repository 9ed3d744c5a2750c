import { element } from '../charts/svg';
import { chartStyle } from './style';

/** A picture that stands alone: with its colours, and paper below it, whatever it lies on. */
export function svgFile(svg: string): string {
  // What people wrote is escaped, so that the first one ends the tag.
  const head = svg.indexOf('>') + 1;
  const paper = element('rect', { class: 'paper', width: '100%', height: '100%' });
  return `${svg.slice(0, head)}<style>${chartStyle}</style>${paper}${svg.slice(head)}\n`;
}
