import { expect } from 'vitest';
import { cellsBy, numberFields, onlyColumn, timesOf } from '../frames.ts';
import { equal, type Suite } from '../Suite.ts';

export const instantSuite: Suite = ({ rule, instance, fixture, select }) => {
  const ask = (expr: string, timeMs = fixture().endMs, limit?: number) =>
    instance().backend.metrics.queryInstant({ expr, timeMs, limit });

  rule('I1', 'one row at the time asked for, one column for each series, named by its metric and labels', async () => {
    const { endMs } = fixture();
    const result = await ask(select('gp_test_requests_total'));
    expect(timesOf(result)).toEqual([endMs]);
    const fields = [...numberFields(result)].sort((a, b) =>
      (a.labels.instance ?? '').localeCompare(b.labels.instance ?? ''),
    );
    expect(fields).toEqual([
      {
        kind: 'number',
        name: 'gp_test_requests_total',
        labels: { __name__: 'gp_test_requests_total', job: 'api', instance: 'a' },
        values: Float64Array.of(1200),
      },
      {
        kind: 'number',
        name: 'gp_test_requests_total',
        labels: { __name__: 'gp_test_requests_total', job: 'api', instance: 'b' },
        values: Float64Array.of(2400),
      },
    ]);
  });

  rule('I2', 'the newest sample at or before the time counts', async () => {
    const expr = select('gp_test_temperature', equal('room', 'kitchen'));
    expect(onlyColumn(await ask(expr, fixture().timeOf(40)))).toEqual([40]);
    expect(onlyColumn(await ask(expr, fixture().timeOf(41) - 1))).toEqual([40]);
    expect(onlyColumn(await ask(expr, fixture().timeOf(40) + 1))).toEqual([40]);
  });

  rule('I3', 'nothing found is an empty frame, not an error', async () => {
    const { endMs } = fixture();
    const { frame } = await ask(select('gp_test_absent'));
    expect(frame).toEqual({
      length: 1,
      fields: [{ kind: 'time', name: expect.any(String), values: Float64Array.of(endMs) }],
    });
  });

  rule('I4', 'matchers select: equal, not equal, matching, not matching', async () => {
    const kinds = async (operator: '=' | '!=' | '=~' | '!~', value: string): Promise<string[]> =>
      Object.keys(
        cellsBy('instance', await ask(select('gp_test_requests_total', { name: 'instance', operator, value }))),
      );
    expect(await kinds('=', 'a')).toEqual(['a']);
    expect(await kinds('!=', 'a')).toEqual(['b']);
    expect(await kinds('=~', 'a|c')).toEqual(['a']);
    expect(await kinds('=~', '.')).toEqual(['a', 'b']);
    expect(await kinds('!~', 'a|c')).toEqual(['b']);
    expect(await kinds('=', '')).toEqual([]);
  });

  rule('I5', 'a limit cuts the series and says so; one that is not reached says nothing', async () => {
    const cut = await ask(select('gp_test_requests_total'), fixture().endMs, 1);
    expect(numberFields(cut)).toHaveLength(1);
    expect(cut.notices.map(({ severity }) => severity)).toEqual(['warning']);
    const whole = await ask(select('gp_test_requests_total'), fixture().endMs, 2);
    expect(numberFields(whole)).toHaveLength(2);
    expect(whole.notices).toEqual([]);
  });

  rule('I6', 'a series without a sample for long is not there', async () => {
    const expr = select('gp_test_old');
    expect(numberFields(await ask(expr, fixture().timeOf(4)))).toHaveLength(1);
    expect(numberFields(await ask(expr))).toEqual([]);
  });
};
