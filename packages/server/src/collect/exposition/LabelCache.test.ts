import { describe, expect, it } from 'vitest';
import { LabelCache } from './LabelCache.ts';
import { parseExposition } from './parseExposition.ts';

const parse = (text: string, labelCache?: LabelCache) => parseExposition(text, { format: 'prometheus', labelCache });

describe('LabelCache', () => {
  it('gives a series that comes again the same object', () => {
    const cache = new LabelCache();
    const text = 'a{b="x"} 1\na 2\n';
    const first = parse(text, cache).samples;
    const second = parse(text.replace('1', '3'), cache).samples;
    expect(second.map(({ value }) => value)).toEqual([3, 2]);
    expect(second.every(({ labels }, i) => labels === first[i]?.labels)).toBe(true);
  });

  it('forgets a series that an exposition did not have', () => {
    const cache = new LabelCache();
    const [first] = parse('a{b="x"} 1', cache).samples;
    parse('', cache);
    expect(parse('a{b="x"} 1', cache).samples[0]?.labels).not.toBe(first?.labels);
  });

  it.each([
    'a 1',
    'a{} 1',
    'a {b="c"} 1',
    'a\t{ b = "c" , } 1',
    'a{b="}"} 1',
    'a{b="\\"} 2"} 1',
    'a{b="\\\\"} 1',
    '{"a b",c="{"} 1',
    'a{b="1"} 1\na{b="2"} 2\na{b="1"} 3\na 4\na {b="1"} 5',
    'a{__proto__="x"} 1',
    'ä{b="c"} 1',
    'a{b="c 1',
    'a{b="c"\n} 1',
    'a{b="c"}1',
    'a{b="c"} x',
    'a{b="1",b="2"} 1',
  ])('changes nothing of what %j means, right or wrong', (text) => {
    const outcome = (cache?: LabelCache): unknown => {
      try {
        return parse(text, cache);
      } catch (error) {
        return error;
      }
    };
    const cache = new LabelCache();
    expect([outcome(cache), outcome(cache), outcome(cache)]).toEqual([outcome(), outcome(), outcome()]);
  });
});
