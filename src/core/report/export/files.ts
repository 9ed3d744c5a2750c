/** What a report becomes outside the journal. */
import type { Report } from '../report';
import { csvText } from './csv';
import type { ExportedDocument, ExportedFile } from './document';
import { htmlText } from './html';
import { markdownFiles } from './markdown';

/** By the ending of their files. */
export const exportFormats = ['md', 'html', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * The chosen file last, and before it those that it shows.
 * @param name of the chosen file
 */
export function exportedFiles(
  format: ExportFormat,
  name: string,
  exported: ExportedDocument,
  report: Report,
): readonly ExportedFile[] {
  switch (format) {
    case 'md':
      return markdownFiles(exported, name);
    case 'html':
      return [{ name, text: htmlText(exported) }];
    case 'csv':
      return [{ name, text: csvText(report, exported.head) }];
    case 'json':
      return [{ name, text: jsonText(report, exported.head) }];
  }
}

/** As `npm run report` prints it, and what it is. */
function jsonText(report: Report, about: readonly string[]): string {
  const { format, ...rest } = report;
  return `${JSON.stringify({ format, about, ...rest }, undefined, 2)}\n`;
}
