import { describe, expect, it } from 'vitest';
import { tryLanguage } from './fuzzLanguage.ts';
import { runFuzz } from './runFuzz.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_261_124);
const COUNT = 30_000;

/** Texts that went wrong once. */
const FIXED: readonly string[] = ['"EiV(AJvl0\ud800"', "'8Z\u0379= #\u0006uF\u000f\ud800d\r\u000f'", '`\udc00`#\n'];

describe('PromQL and any text', () => {
  it.each(FIXED)('ends well for %j', (text) => {
    expect(tryLanguage(text).fault).toBeUndefined();
  });

  it.each([
    ['parentheses', '(', ')'],
    ['brackets', 'x[', ']'],
    ['signs', '-', ''],
    ['calls', 'abs(', ')'],
    ['aggregations', 'sum(', ')'],
    ['sums', '1+', ''],
    ['powers', '1^', ''],
    ['sets', 'a or ', ''],
    ['subqueries', '', '[1m:]'],
    ['durations', 'x[(', ')'],
    ['offsets', 'x offset (', ')'],
    ['braces', '{', '}'],
    ['conditions', 'x{a="b",', '}'],
    ['comments', '#\n', ''],
    ['spaces', ' ', ''],
    ['digits', '1', ''],
    ['letters', 'a', ''],
    ['escapes', '"\\n', '"'],
    ['quotes', '"', ''],
  ])('reads 100,000 %s, or says why not', (_, open, close) => {
    for (const text of [`${open.repeat(100_000)}x${close.repeat(100_000)}`, open.repeat(100_000)]) {
      expect(tryLanguage(text).fault).toBeUndefined();
    }
  });

  it(`is the same for ${COUNT} random texts (SEED=${SEED})`, async () => {
    const { faults, accepted, evaluated, slowestMs, slowest } = await runFuzz(SEED, COUNT);
    expect(faults).toEqual([]);
    // Texts that are all refused at once would prove little.
    expect(accepted).toBeGreaterThan(COUNT / 20);
    expect(evaluated).toBeGreaterThan(100);
    expect(slowestMs, slowest.slice(0, 1000)).toBeLessThan(10_000);
  });
});
