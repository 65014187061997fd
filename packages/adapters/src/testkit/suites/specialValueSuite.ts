import { expect } from 'vitest';
import { INTERVAL_MS, mixedValue } from '../fixture.ts';
import { cellsBy, onlyColumn } from '../frames.ts';
import { equal, type Suite } from '../Suite.ts';

export const specialValueSuite: Suite = ({ rule, instance, fixture, select }) => {
  const ask = (expr: string, timeMs = fixture().endMs) => instance().backend.metrics.queryInstant({ expr, timeMs });
  const askRange = (expr: string, startMs: number, endMs: number) =>
    instance().backend.metrics.queryRange({ expr, startMs, endMs, stepMs: INTERVAL_MS });

  rule('V1', 'infinities are values of an instant query', async () => {
    const cells = cellsBy(
      'kind',
      await ask(select('gp_test_special', { name: 'kind', operator: '=~', value: '.*inf' })),
    );
    expect(cells).toEqual({ inf: [Number.POSITIVE_INFINITY], negative_inf: [Number.NEGATIVE_INFINITY] });
  });

  rule('V2', 'NaN is a value of an instant query', async () => {
    const { timeOf } = fixture();
    expect(onlyColumn(await ask(select('gp_test_special', equal('kind', 'nan'))))).toEqual([Number.NaN]);
    expect(onlyColumn(await ask(select('gp_test_special', equal('kind', 'mixed')), timeOf(40)))).toEqual([
      mixedValue(40),
    ]);
  });

  rule('V3', 'infinities are values of a range query', async () => {
    const { timeOf } = fixture();
    const expr = select('gp_test_special', { name: 'kind', operator: '=~', value: '.*inf' });
    expect(cellsBy('kind', await askRange(expr, timeOf(40), timeOf(43)))).toEqual({
      inf: Array(4).fill(Number.POSITIVE_INFINITY),
      negative_inf: Array(4).fill(Number.NEGATIVE_INFINITY),
    });
  });

  rule('V4', 'NaN is a value of a range query and no gap', async () => {
    const { timeOf } = fixture();
    const expr = select('gp_test_special', equal('kind', 'mixed'));
    expect(onlyColumn(await askRange(expr, timeOf(40), timeOf(47)))).toEqual(
      Array.from({ length: 8 }, (_, at) => mixedValue(40 + at)),
    );
  });
};
