import type { Dashboard, DashboardStore } from '@glasspane/core';
import { expect, type TestContext } from 'vitest';
import type { Suite } from '../Suite.ts';

const dashboard = (id: string, name = 'Kit'): Dashboard => ({
  schemaVersion: 1,
  id,
  name,
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [
    {
      id: 'load',
      type: 'timeSeries',
      title: 'Load',
      layout: { x: 0, y: 0, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'gp_test_load' }],
    },
  ],
});

export const dashboardSuite: Suite = ({ rule, instance }) => {
  const withStore =
    (check: (store: DashboardStore) => Promise<void>) =>
    async ({ skip }: TestContext): Promise<void> => {
      const { dashboards } = instance().backend;
      if (dashboards === undefined) skip('the backend keeps no dashboards');
      else await check(dashboards);
    };
  const idsOf = async (store: DashboardStore): Promise<readonly string[]> =>
    (await store.list()).map((stored) => stored.dashboard.id);

  rule(
    'D1',
    'a dashboard is kept as it is, with the fields that nobody knows',
    withStore(async (store) => {
      const document = { ...dashboard('gp-test-kept'), 'x-host': { theme: 'dark' } };
      expect(await store.create(document)).toMatchObject({ dashboard: document, revision: 1 });
      expect((await store.get('gp-test-kept')).dashboard).toEqual(document);
      expect(await idsOf(store)).toContain('gp-test-kept');
    }),
  );

  rule(
    'D2',
    'an id that is taken is refused as a conflict',
    withStore(async (store) => {
      await store.create(dashboard('gp-test-taken', 'First'));
      await expect(store.create(dashboard('gp-test-taken', 'Second'))).rejects.toMatchObject({ code: 'conflict' });
      expect((await store.get('gp-test-taken')).dashboard.name).toBe('First');
    }),
  );

  rule(
    'D3',
    'an update counts the revision up, and one that began from an older revision is refused as a conflict',
    withStore(async (store) => {
      const id = 'gp-test-changed';
      const { revision } = await store.create(dashboard(id, 'First'));
      const second = await store.update(dashboard(id, 'Second'), revision);
      expect([second.revision, second.dashboard.name]).toEqual([revision + 1, 'Second']);
      await expect(store.update(dashboard(id, 'Late'), revision)).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.get(id)).toEqual(second);
    }),
  );

  rule(
    'D4',
    'what is no dashboard is refused as invalid, and not kept',
    withStore(async (store) => {
      const nameless = { ...dashboard('gp-test-invalid'), name: 7 } as unknown as Dashboard;
      await expect(store.create(nameless)).rejects.toMatchObject({ code: 'invalid' });
      expect(await idsOf(store)).not.toContain('gp-test-invalid');
    }),
  );

  rule(
    'D5',
    'a deleted dashboard is not found any more',
    withStore(async (store) => {
      const id = 'gp-test-deleted';
      const { revision } = await store.create(dashboard(id));
      await store.delete(id);
      expect(await idsOf(store)).not.toContain(id);
      for (const call of [() => store.get(id), () => store.update(dashboard(id), revision), () => store.delete(id)]) {
        await expect(call()).rejects.toMatchObject({ code: 'not_found' });
      }
    }),
  );
};
