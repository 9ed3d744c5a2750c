import { knownLines } from '../../core/journal/blocks/evidence';
import { writtenIn, type Written } from '../../core/journal/digest/written';
import type { Framework } from '../../core/framework/model';
import type { ScanContext } from '../../core/journal/scan/scanNote';
import { FileError } from '../../core/journal/files';
import builtin from '../../core/templates/builtin.templates.yaml';
import { scanContext } from '../../core/templates/scanContext';
import { scanWhole } from '../../services/noteScan';
import type { Journal, Services } from '../../services/services';
import { noteText } from './editNote';

/** Lines that nobody wrote, by framework: all that is read at once asks for the same. */
const contexts = new WeakMap<Framework, ScanContext>();

function contextOf(framework: Framework): ScanContext {
  const context = contexts.get(framework) ?? scanContext(framework, builtin);
  contexts.set(framework, context);
  return context;
}

/** What a person wrote in a note, as it is on screen or else in its file; nothing of one that can’t be read. */
export async function readWritten(
  { framework, log }: Pick<Services, 'framework' | 'log'>,
  journal: Journal,
  path: string,
): Promise<Written> {
  try {
    const text = (await noteText(journal, path)) ?? '';
    const { tags, knownLines: known = knownLines([]) } = contextOf(framework.current);
    return writtenIn(text, await scanWhole(path, text, tags), known);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    log.warn(error.message);
    return { own: [], private: [] };
  }
}
