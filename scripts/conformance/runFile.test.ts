import { describe, expect, it } from 'vitest';
import { parsePoints, parseStartOffsets } from './parsePoints.ts';
import { parseTestFile } from './parseTestFile.ts';
import { runCase } from './runCase.ts';
import { runFile } from './runFile.ts';
import { TestStore } from './TestStore.ts';

describe('the conformance runner', () => {
  it('reads the notation of points', () => {
    expect(parsePoints('1 -1.5 _ 2x1 1+2x2 stale _x2 Inf -inf NaN 0x2')).toEqual([
      ...[1, -1.5, undefined, 2, 2, 1, 3, 5, 'stale', undefined, undefined],
      ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 0, 0, 0],
    ]);
    expect(parseStartOffsets('_ -1mx1 -30s-1mx1')).toEqual([undefined, -60_000, -60_000, -30_000, -90_000]);
  });

  it.each([
    ['a wrong value', '{} 4', /expected 4, got 3/],
    ['a wrong label', '{a="b"} 3', /unexpected/],
    ['a missing series', '{} 3\n  {a="b"} 3', /missing/],
    ['a scalar where none came', '3', /expected a scalar, got a vector/],
    ['an error where none came', 'expect fail', /expected an error, got none/],
    ['a warning where none came', 'expect warn\n  {} 3', /no warn came/],
  ])('finds %s', async (_, expected, problem) => {
    const outcomes = await runFile(`load 1m\n  x 1 2\n  y 2 3\n\neval instant at 1m sum(y)\n  ${expected}\n`);
    expect(outcomes.map((outcome) => outcome.problem)).toEqual([expect.stringMatching(problem)]);
  });

  it('passes what is right, and counts each case', async () => {
    const content =
      'load 1m\n  x 1 2 3\n\neval instant at 1m x\n  x 2\n\neval range from 0 to 2m step 1m x + 1\n  {} 2 3 4\n';
    expect(await runFile(content)).toEqual([
      { line: 4, query: 'x', problem: undefined },
      { line: 7, query: 'x + 1', problem: undefined },
    ]);
  });

  it('reads what stands directly below a clear', async () => {
    const outcomes = await runFile(
      'load 1m\n  x 1\n\nclear\nload 1m\n  y 2\n\neval instant at 0 {__name__=~".+"}\n  y 2\n',
    );
    expect(outcomes.map((outcome) => outcome.problem)).toEqual([undefined]);
  });

  it('finds an instant query that differs as a range query only through its data', async () => {
    const outcomes = await runFile('load 1m\n  x 1 2 3\n\neval instant at 1m x\n  x 3\n');
    expect(outcomes[0]?.problem).toContain('expected 3, got 2');
  });

  it('does not take a fault of the evaluator for the failure that a case wants', async () => {
    const store = new TestStore();
    store.select = () => {
      throw new TypeError('a bug');
    };
    const [command] = parseTestFile('eval instant at 1m x\n  expect fail\n');
    expect(command?.type === 'eval' && (await runCase(command, store))).toBe('failed: a bug');
  });
});
