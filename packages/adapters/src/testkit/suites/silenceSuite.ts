import type { NewSilence, SilenceStore } from '@glasspane/core';
import { expect, type TestContext } from 'vitest';
import type { Suite } from '../Suite.ts';

/** Times are whole seconds, as some protocols have them. */
function silence(service: string): NewSilence {
  const startsAtMs = Math.floor(Date.now() / 1000) * 1000;
  return {
    matchers: [
      { name: 'gp_test_service', operator: '=', value: service },
      { name: 'instance', operator: '!~', value: 'a"b|c' },
    ],
    startsAtMs,
    endsAtMs: startsAtMs + 3_600_000,
    createdBy: 'kit',
    comment: 'The kit looks on.',
  };
}

export const silenceSuite: Suite = ({ rule, instance }) => {
  const withStore =
    (check: (store: SilenceStore) => Promise<void>) =>
    async ({ skip }: TestContext): Promise<void> => {
      const { silences } = instance().backend;
      if (silences === undefined) skip('the backend has no silences');
      else await check(silences);
    };
  const find = async (store: SilenceStore, wanted: string) => (await store.list()).find(({ id }) => id === wanted);

  rule(
    'Z1',
    'a silence that was made is listed and holds',
    withStore(async (store) => {
      const made = silence('api');
      const { matchers, endsAtMs, createdBy, comment } = made;
      const found = await find(store, await store.create(made));
      expect(found).toMatchObject({ endsAtMs, createdBy, comment, state: 'active' });
      expect(found?.matchers).toHaveLength(matchers.length);
      expect(found?.matchers).toEqual(expect.arrayContaining([...matchers]));
    }),
  );

  rule(
    'Z2',
    'a silence that was ended is over',
    withStore(async (store) => {
      const id = await store.create(silence('web'));
      await store.expire(id);
      const found = await find(store, id);
      // A backend may forget it at once.
      expect(found?.state ?? 'expired').toBe('expired');
    }),
  );

  rule(
    'Z3',
    'a silence without matchers, or one that ends before it starts, is refused as invalid',
    withStore(async (store) => {
      const good = silence('db');
      const before = (await store.list()).length;
      for (const bad of [
        { ...good, matchers: [] },
        { ...good, endsAtMs: good.startsAtMs - 1000 },
      ]) {
        await expect(store.create(bad)).rejects.toMatchObject({ code: 'invalid' });
      }
      expect(await store.list()).toHaveLength(before);
    }),
  );
};
