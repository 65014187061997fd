import { expect } from 'vitest';
import type { Suite } from '../Suite.ts';

export const metadataSuite: Suite = ({ rule, instance, fixture }) => {
  rule('M1', 'type and help of a metric are known', async () => {
    for (const known of fixture().metadata) {
      const [found] = await instance().backend.metrics.metadata({ metric: known.name });
      expect(found).toMatchObject(known);
    }
  });

  rule('M2', 'metrics are sorted by name, each once', async () => {
    const names = (await instance().backend.metrics.metadata({})).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toEqual(expect.arrayContaining(fixture().metadata.map(({ name }) => name)));
  });

  rule('M3', 'one metric is found alone, and an unknown one not at all', async () => {
    const { metrics } = instance().backend;
    const found = await metrics.metadata({ metric: 'gp_test_temperature' });
    expect(found.map(({ name }) => name)).toEqual(['gp_test_temperature']);
    expect(await metrics.metadata({ metric: 'gp_test_absent' })).toEqual([]);
  });

  rule('M4', 'a limit cuts the list', async () => {
    expect(await instance().backend.metrics.metadata({ limit: 1 })).toHaveLength(1);
  });
};
