import assert from 'node:assert/strict';
import { readBody } from '../../../../src/core/templates/body';
import { templateLines } from '../../../../src/core/templates/lines';
import { sampleTags } from './sample';

const lines = (...bodies: string[]) =>
  templateLines(
    bodies.map((text) => {
      return {
        id: 'x',
        kind: 'block' as const,
        title: 'X',
        suits: 'X',
        body: readBody(text, sampleTags).parts,
      };
    }),
  );

describe('The lines that templates leave', () => {
  it('are all of them without tags, with what stands in the places to write', () => {
    assert.deepEqual(
      lines('## A {{tag day/fox}}\n\nAsk?\n\n  - B: {{stop}}\n- [ ] {{stop …}} @{{stop owner}}\n'),
      ['## A', 'Ask?', '- B:', '- [ ] … @owner'],
    );
  });

  it('leave out those that differ from note to note', () => {
    assert.deepEqual(lines('# {{person name}}\n{{date}}\nOn {{date}}:\nX {{title t}}\n{{prompts}}\nB\n'), [
      'B',
    ]);
  });

  it('hold a choice with all its options and with each', () => {
    assert.deepEqual(lines('Way: {{choice a|b|c}}!\nB'), [
      'Way: a / b / c!',
      'Way: a!',
      'Way: b!',
      'Way: c!',
      'B',
    ]);
  });

  it('are named once', () => {
    assert.deepEqual(lines('A\nB\nA', 'B\nC'), ['A', 'B', 'C']);
  });
});
