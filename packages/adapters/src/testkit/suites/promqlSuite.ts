import { expect } from 'vitest';
import { cellsBy, expectClose, numberFields, onlyColumn } from '../frames.ts';
import type { Suite } from '../Suite.ts';

export const promqlSuite: Suite = ({ rule, instance, fixture }) => {
  const ask = (expr: string, sample = 80) =>
    instance().backend.metrics.queryInstant({ expr, timeMs: fixture().timeOf(sample) });

  rule('P1', 'aggregations group by labels and drop the others', async () => {
    const [field] = numberFields(await ask('sum by (job) (gp_test_requests_total)'));
    expect(field?.labels).toEqual({ job: 'api' });
    expect(onlyColumn(await ask('sum by (job) (gp_test_requests_total)'))).toEqual([3600]);
    expect(onlyColumn(await ask('count(gp_test_odd)'))).toEqual([11]);
  });

  rule('P2', 'rate() is per second, drops the metric name, and needs two samples', async () => {
    const result = await ask('rate(gp_test_requests_total[5m])');
    const cells = cellsBy('instance', result);
    expectClose(cells.a ?? [], [1]);
    expectClose(cells.b ?? [], [2]);
    expect(numberFields(result).some(({ labels }) => Object.hasOwn(labels, '__name__'))).toBe(false);
    expect(numberFields(await ask('rate(gp_test_requests_total[5m])', 0))).toEqual([]);
  });

  rule('P3', 'increase() extrapolates to the window as Prometheus does', async () => {
    // 7 s short of a sample, so that window and samples do not meet.
    const timeMs = fixture().timeOf(80) - 7000;
    const expr = 'increase(gp_test_requests_total{instance="a"}[1m])';
    expectClose(onlyColumn(await instance().backend.metrics.queryInstant({ expr, timeMs })), [60]);
  });

  rule('P4', 'a scalar is a column without labels, named by the expression', async () => {
    expect(numberFields(await ask('1 + 2'))).toEqual([
      { kind: 'number', name: '1 + 2', labels: {}, values: Float64Array.of(3) },
    ]);
  });

  rule('P5', 'a string is a string field', async () => {
    const { frame } = await ask('"hello"');
    expect(frame).toEqual({ length: 1, fields: [{ kind: 'string', name: expect.any(String), values: ['hello'] }] });
  });

  rule('P6', 'vectors are matched by their labels', async () => {
    const cells = cellsBy('room', await ask('gp_test_temperature * 2 + gp_test_temperature'));
    expectClose(cells.kitchen ?? [], [240]);
    expectClose(cells.cellar ?? [], [-80]);
  });

  rule('P7', 'a comparison keeps the series for which it holds', async () => {
    expect(cellsBy('room', await ask('gp_test_temperature > 0'))).toEqual({ kitchen: [80] });
  });

  rule('P8', 'offset looks back', async () => {
    expect(onlyColumn(await ask('gp_test_temperature{room="kitchen"} offset 5m'))).toEqual([60]);
  });

  rule('P9', 'functions over time take the samples of the window', async () => {
    expectClose(onlyColumn(await ask('max_over_time(gp_test_temperature{room="kitchen"}[5m])', 40)), [40]);
    // From just after sample 20 up to sample 40.
    expectClose(onlyColumn(await ask('avg_over_time(gp_test_temperature{room="kitchen"}[299s])', 40)), [30.5]);
  });

  rule('P10', 'histogram_quantile() interpolates in the bucket', async () => {
    const expr = 'histogram_quantile(0.5, rate(gp_test_latency_seconds_bucket[5m]))';
    expectClose(onlyColumn(await ask(expr)), [0.1 + 0.9 * 0.5]);
  });

  rule('P11', 'an evaluation that cannot succeed is refused as bad_query', async () => {
    const expr = 'gp_test_temperature + on () group_left () gp_test_requests_total';
    await expect(ask(expr)).rejects.toMatchObject({ code: 'bad_query' });
  });
};
