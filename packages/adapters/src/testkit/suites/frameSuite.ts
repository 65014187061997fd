import { expect } from 'vitest';
import { onlyColumn, timesOf } from '../frames.ts';
import { equal, type Suite } from '../Suite.ts';

export const frameSuite: Suite = ({ rule, instance, fixture, create, select }) => {
  rule('F1', 'a result does not change when samples come', async () => {
    const { backend, load } = instance();
    const { endMs, timeOf } = fixture();
    const expr = select('gp_test_live', equal('topic', 'b'));
    const request = { expr, startMs: timeOf(70), endMs, stepMs: 15_000 };
    const before = await backend.metrics.queryRange(request);
    const cells = onlyColumn(before);
    const times = timesOf(before);
    const labels = { __name__: 'gp_test_live', topic: 'b' };
    await load([{ labels, samples: [[Math.max(endMs + 1, Date.now() - 1000), 7]] }], []);
    await backend.metrics.queryRange(request);
    expect(onlyColumn(before)).toEqual(cells);
    expect(timesOf(before)).toEqual(times);
  });

  rule('F2', 'asking again gives an equal result', async () => {
    const { metrics } = instance().backend;
    const request = {
      expr: select('gp_test_gap'),
      startMs: fixture().timeOf(0),
      endMs: fixture().timeOf(80),
      stepMs: 60_000,
    };
    expect(await metrics.queryRange(request)).toEqual(await metrics.queryRange(request));
  });

  rule('F3', 'two instances have two ids', async () => {
    const other = await create();
    try {
      expect(instance().backend.id).not.toBe('');
      expect(other.backend.id).not.toBe(instance().backend.id);
    } finally {
      await other.close();
    }
  });

  rule('F4', 'calls at the same time do not disturb each other', async () => {
    const { metrics } = instance().backend;
    const expr = select('gp_test_temperature', equal('room', 'kitchen'));
    const samples = Array.from({ length: 20 }, (_, at) => 40 + at);
    const results = await Promise.all(
      samples.map((sample) => metrics.queryInstant({ expr, timeMs: fixture().timeOf(sample) })),
    );
    expect(results.map((result) => onlyColumn(result))).toEqual(samples.map((sample) => [sample]));
  });
};
