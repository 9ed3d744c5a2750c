import { readFrontMatter } from '../frontMatter';

/** The folder of the person's own templates, as `two-hats.yaml` names it; `''` where it does not. */
export function templatesFolder(yaml: string): string {
  const folder = readFrontMatter(`---\n${yaml}\n---\n`).get('templates') ?? '';
  return folder.replace(/^\.?\/+|\/+$/g, '');
}
