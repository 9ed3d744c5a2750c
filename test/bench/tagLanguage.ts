// What completion and hover do at a key press, but for handing it to VS Code: see `src/features/tagLanguage`.
import builtin from '../../src/core/framework/builtin.framework.yaml';
import type { IndexedNote } from '../../src/core/journal/note';
import { scanNote } from '../../src/core/journal/scan/scanNote';
import { TagCounts } from '../../src/core/journal/tags/tagCounts';
import { suggestTags } from '../../src/core/journal/tags/suggestTags';
import { tagQueryAt } from '../../src/core/journal/tags/tagQuery';
import { knownTags } from '../../src/core/journal/tags/tags';

const tags = knownTags(builtin);
const offers = suggestTags(builtin);
const [probe] = builtin.dimensions;
const typed = 'We said so. #p';

/** In a note of which the last line is being written, after another one of the journal was changed. */
export class TagLanguage {
  readonly #counts = new TagCounts();

  constructor(
    private readonly notes: ReadonlyMap<string, IndexedNote>,
    private readonly text: string,
  ) {}

  complete(): void {
    const query = tagQueryAt(typed, typed.length, tags);
    const start = this.text.length + typed.length - 2;
    const written = scanNote('', `${this.text}${typed.slice(0, -2)}#${probe?.id ?? ''}`, { tags });
    if (!query || !written.tags.some((tag) => tag.start === start)) throw new Error('A tag would not count.');
    this.#counts.update(this.notes);
    const found = offers(query.text, (tag) => this.#counts.of(tag).last);
    if (found.length === 0) throw new Error('Nothing is offered.');
  }

  hover(): void {
    const tag = scanNote('', this.text, { tags }).tags.at(-1);
    this.#counts.update(this.notes);
    if (!tag || this.#counts.of(tag).notes === 0) throw new Error('Nothing is known of the tag.');
  }
}
