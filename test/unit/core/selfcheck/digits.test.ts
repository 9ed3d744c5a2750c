import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isUnsettled, typedAnswers } from '../../../../src/core/selfcheck/digits';

describe('Answers typed into a field', () => {
  for (const [before, after, answers] of [
    ['', '4', [4]],
    ['4', '45', [5]],
    ['4', '4501', [5, 0, 1]],
    ['45', '4', []],
    ['45', '', []],
    ['45', '54', []],
    ['45', '312', []],
    ['', 'a6 9-3x', [3]],
    ['', '４', [4]],
    ['', '٣', [3]],
    ['', '۵', [5]],
    ['', '५', [5]],
    ['', '০৫', [0, 5]],
    ['', '🚀2', [2]],
  ] as const)
    it(`from "${before}" to "${after}" are ${JSON.stringify(answers)}`, () => {
      assert.deepEqual(typedAnswers(before, after), answers);
    });

  for (const [before, after, expected] of [
    ['', '3', false],
    ['3', '34', false],
    ['x９', 'x９1', false],
    ['34', '3', false],
    ['３', '', false],
    ['', '３', true],
    ['3', '3４', true],
    ['さん', '３', true],
    ['sa', 'san', true],
    ['', '٣', true],
    ['', '9', true],
  ] as const)
    it(`from "${before}" to "${after}" may ${expected ? 'still be composed' : 'be no part of a composed text'}`, () => {
      assert.equal(isUnsettled(before, after), expected);
    });

  it('are all there however the keys arrive together', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 5 }))), (bursts) => {
        let value = '';
        const seen = bursts.flatMap((burst) => {
          const before = value;
          value += burst.join('');
          return typedAnswers(before, value);
        });
        assert.deepEqual(seen, bursts.flat());
      }),
    );
  });

  it('are each there once, however late the field is cleared', () => {
    const step = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('hear', 'clear', 'arrive'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const field = new DistantField();
        for (const one of steps) {
          if (typeof one === 'number') field.key(String(one));
          else if (one === 'hear') field.hear();
          else if (one === 'clear') field.clear();
          else field.arrive();
        }
        field.hearAll();
        assert.deepEqual(
          field.heard,
          steps.filter((one) => typeof one === 'number'),
        );
      }),
    );
  });
});

/** A field in another process, as VS Code's: its changes and the wish to clear it both take their time. */
class DistantField {
  readonly heard: number[] = [];
  #text = '';
  #known = '';
  #clearings = 0;
  readonly #changes: string[] = [];

  key(character: string): void {
    this.#change(this.#text + character);
  }

  hear(): void {
    const value = this.#changes.shift();
    if (value === undefined) return;
    this.heard.push(...typedAnswers(this.#known, value));
    this.#known = value;
  }

  hearAll(): void {
    while (this.#changes.length > 0) this.hear();
  }

  clear(): void {
    this.#clearings++;
  }

  arrive(): void {
    if (this.#clearings === 0) return;
    this.#clearings--;
    if (this.#text !== '') this.#change('');
  }

  #change(text: string): void {
    this.#text = text;
    this.#changes.push(text);
  }
}
