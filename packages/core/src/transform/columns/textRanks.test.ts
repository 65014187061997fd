import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textRanks } from './textRanks.ts';

const word = fc.stringMatching(/^[a-z]{1,3}[-_. ]?[0-9]{0,4}[a-z]?$/);
const order = (texts: readonly string[], ranks: Float64Array): readonly string[] =>
  [...texts.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).map((row) => texts[row] ?? '');

it('gives texts the order that the locale gives them, few or many', () => {
  // So many that they are not compared by the locale any more.
  const filling = Array.from({ length: 6000 }, (_, index) => `zz-${index}`);
  const { compare } = new Intl.Collator('en', { numeric: true });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), (words) => {
      const few = [...words].sort((a, b) => compare(a, b));
      expect(order(words, textRanks(words, 'en'))).toEqual(few);
      const many = [...words.filter((one) => !one.startsWith('zz')), ...filling];
      const ranked = order(many, textRanks(many, 'en'));
      expect(ranked).toEqual([...many].sort((a, b) => compare(a, b)));
    }),
    { numRuns: 15 },
  );
});

it('has no place for what is empty, and one for what the locale does not tell apart', () => {
  expect([...textRanks(['b', '', 'a', 'b'], 'en')]).toEqual([1, Number.NaN, 0, 1]);
  expect([...textRanks(['a\u0301', '\u00e1'], 'en')]).toEqual([0, 0]);
});
