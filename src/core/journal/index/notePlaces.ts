import type { Visitor } from '../files';
import { isMarkdownPath } from '../paths';

/** Which files of a journal are notes. */
export interface NotePlaces extends Pick<Visitor, 'entersFolder' | 'wantsFile'> {
  isNote(path: string): boolean;
}

/**
 * `.md` and `.markdown` files, but none that are hidden, in hidden folders, in `node_modules` or among the person's
 * own templates.
 * @param templates the folder of those, `''` where there is none
 */
export function notePlaces(templates: string): NotePlaces {
  const entersFolder = (path: string) => !isHidden(path) && !excluded.test(path) && path !== templates;
  const wantsFile = (path: string) => isMarkdownPath(path) && !isHidden(path);
  const isNote = (path: string) => {
    if (!wantsFile(path)) return false;
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      if (!entersFolder(path.slice(0, end))) return false;
    return true;
  };
  return { entersFolder, wantsFile, isNote };
}

const excluded = /(?:^|\/)node_modules$/;

/** Asked for each file of a journal, so that searching by `lastIndexOf` would be felt. */
function isHidden(path: string): boolean {
  let start = path.length;
  while (start > 0 && path.charCodeAt(start - 1) !== slash) start--;
  return path.charCodeAt(start) === dot;
}

const slash = 0x2f;
const dot = 0x2e;
