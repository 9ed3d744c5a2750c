import assert from 'node:assert/strict';
import { experimentsMentioning } from '../../../../src/core/experiment/mentioning';
import { writeExperiment } from '../../../../src/core/experiment/experimentText';
import { FileError } from '../../../../src/core/journal/files';
import { noConfig } from '../../../../src/core/journal/config/configModel';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { MemoryFiles } from '../../../support/memoryFiles';

const people = peopleOf(
  ['Priya Shah', 'Will Stone'].map((person, at) => ({
    ...{ path: `people/${at}/2026-11-01.md`, person, date: '2026-11-01' },
  })),
  noConfig,
);
const priya = people.find('Priya Shah')!;
const planned = (move: string): string => {
  const [start, end] = ['2026-11-30', '2027-01-10'];
  return writeExperiment({ dimension: 'a', hat: 'b', move, planned: '2026-11-28', start, end });
};

describe('Experiments that mention somebody', () => {
  it('do so in their words, in a comment, over two lines or by escapes; hidden files and others do not', async () => {
    const files = new MemoryFiles({
      'experiments/a.yaml': planned('When Priya asks, I will wait'),
      'experiments/b.yaml': `# for @priya\n${planned('When asked, I will wait')}`,
      'experiments/c.yaml': planned('x').replace('move: x', 'move:\n  ask Priya\n  Shah'),
      'experiments/d.yaml': planned('x').replace('move: x', 'move: "ask \\u0050riya"'),
      'experiments/e.yaml': planned('When asked, I will wait'),
      'experiments/f.yaml': ': no [ experiment, but of Priya',
      'experiments/.g.yaml': planned('ask Priya'),
      'experiments/folder/h.yaml': planned('ask Priya'),
    });
    const found = await experimentsMentioning(files, people, priya);
    assert.deepEqual(
      found.map(({ path }) => path),
      ['a', 'b', 'c', 'd', 'f'].map((name) => `experiments/${name}.yaml`),
    );
    assert.equal(found[0]?.text, planned('When Priya asks, I will wait'));
  });

  it('are told where they can’t be read, and are none where there is no folder', async () => {
    const files = new MemoryFiles({ 'experiments/a.yaml': planned('x') });
    assert.deepEqual(await experimentsMentioning(files, people, priya), []);
    files.read = (path) => Promise.reject(new FileError('noPermission', path, undefined));
    assert.deepEqual(await experimentsMentioning(files, people, priya), [
      { path: 'experiments/a.yaml', text: undefined },
    ]);
    const file = new MemoryFiles({ experiments: 'a file of mine' });
    assert.deepEqual(await experimentsMentioning(file, people, priya), [
      { path: 'experiments', text: undefined },
    ]);
    assert.deepEqual(await experimentsMentioning(new MemoryFiles(), people, priya), []);
  });
});
