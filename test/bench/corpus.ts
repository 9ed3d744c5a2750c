import fs from 'node:fs';
import path from 'node:path';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { sidesOf, tagOf } from '../../src/core/framework/lookup';
import { randomFrom } from '../../src/core/util/random';

const words =
  'team plan review decision risk feedback goal project deploy people trust vision budget meeting delegate measure customer incident release quality'.split(
    ' ',
  );
const tags = sidesOf(builtin).map(({ side }) => tagOf(side));
const notesAFolder = 250;

/**
 * Writes tagged notes of about 5.5 KB: three tags, a heading or two and a task or two each. The same count gives the
 * same notes.
 */
export function writeCorpus(folder: string, count: number): void {
  const random = randomFrom(count);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const some = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const block = () => {
    const chance = random();
    if (chance < 0.035) return `## ${some(4)} ${pick(tags) ?? ''}`;
    if (chance < 0.08) return `- [${pick([' ', 'x']) ?? ''}] ${some(6)} due:2026-12-01 @ana`;
    if (chance < 0.13) return `- ${some(12)} ${pick(tags) ?? ''}`;
    if (chance < 0.16) return `- ${some(8)} #${pick(words) ?? ''}`;
    return `${some(20)} [[${some(2)}]] ${some(20)}.`;
  };
  for (let index = 0; index < count; index++) {
    const person = Math.floor(index / notesAFolder);
    const day = String((index % 28) + 1).padStart(2, '0');
    const head = `---\nkind: one-on-one\nperson: Person ${person}\ndate: 2026-11-${day}\n---\n\n# 1:1, ${index}\n`;
    const blocks = [head];
    for (let length = head.length; length < 5500; length += (blocks.at(-1)?.length ?? 0) + 2)
      blocks.push(block());
    const note = path.join(folder, `people/person-${person}/2026-11-${day}-${index}.md`);
    fs.mkdirSync(path.dirname(note), { recursive: true });
    fs.writeFileSync(note, `${blocks.join('\n\n')}\n`);
  }
}
