import type { AnnotationSource } from '@glasspane/core';
import { expect, type TestContext } from 'vitest';
import type { Suite } from '../Suite.ts';

/** Only annotations of this dashboard are looked at: the backend may have others. */
const dashboardId = 'gp-test-annotations';

export const annotationSuite: Suite = ({ rule, instance }) => {
  const withSource =
    (check: (source: Required<AnnotationSource>) => Promise<void>) =>
    async ({ skip }: TestContext): Promise<void> => {
      const { annotations } = instance().backend;
      if (annotations?.create === undefined || annotations.delete === undefined) {
        skip('the backend keeps no annotations');
      } else await check(annotations as Required<AnnotationSource>);
    };

  rule(
    'N1',
    'an annotation that was made without an id gets one, and is listed as it is',
    withSource(async (source) => {
      const made = { timeMs: 1000, text: '<b>Release</b> \u202e7', tags: ['gp-n1', 'a&b=c,d'], dashboardId };
      const kept = await source.create(made);
      expect(kept).toEqual({ ...made, id: expect.stringMatching(/./) });
      expect(await source.list({ startMs: 0, endMs: 2000, tags: ['gp-n1'] })).toEqual([kept]);
    }),
  );

  rule(
    'N2',
    'what touches the time range is listed, by the time it begins at, both ends included',
    withSource(async (source) => {
      const tags = ['gp-n2'];
      await source.create({ timeMs: 900, text: 'late', tags, dashboardId });
      await source.create({ timeMs: 100, endMs: 500, text: 'long', tags, dashboardId });
      const texts = async (startMs: number, endMs: number): Promise<readonly string[]> =>
        (await source.list({ startMs, endMs, tags })).map(({ text }) => text);
      expect(await texts(500, 900)).toEqual(['long', 'late']);
      expect(await texts(200, 300)).toEqual(['long']);
      expect(await texts(501, 899)).toEqual([]);
    }),
  );

  rule(
    'N3',
    'those of a dashboard are listed with those of all dashboards, and only those that have all tags',
    withSource(async (source) => {
      await source.create({ timeMs: 1, text: 'here', tags: ['gp-n3', 'x'], dashboardId });
      await source.create({ timeMs: 2, text: 'elsewhere', tags: ['gp-n3', 'x'], dashboardId: 'gp-test-other' });
      await source.create({ timeMs: 3, text: 'everywhere', tags: ['gp-n3'] });
      const texts = async (tags: readonly string[]): Promise<readonly string[]> =>
        (await source.list({ startMs: 0, endMs: 10, dashboardId, tags })).map(({ text }) => text);
      expect(await texts(['gp-n3'])).toEqual(['here', 'everywhere']);
      expect(await texts(['gp-n3', 'x'])).toEqual(['here']);
    }),
  );

  rule(
    'N4',
    'one that ends before it begins is refused as invalid, and an id that is taken as a conflict; neither is kept',
    withSource(async (source) => {
      const tags = ['gp-n4'];
      await expect(source.create({ timeMs: 2, endMs: 1, text: 'x', tags })).rejects.toMatchObject({ code: 'invalid' });
      await source.create({ id: 'gp-test-n4', timeMs: 1, text: 'first', tags });
      const again = source.create({ id: 'gp-test-n4', timeMs: 1, text: 'second', tags });
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
      expect((await source.list({ startMs: 0, endMs: 10, tags })).map(({ text }) => text)).toEqual(['first']);
    }),
  );

  rule(
    'N5',
    'a deleted annotation is listed no more, and not found',
    withSource(async (source) => {
      const { id } = await source.create({ timeMs: 1, text: 'x', tags: ['gp-n5'] });
      await source.delete(id);
      expect(await source.list({ startMs: 0, endMs: 10, tags: ['gp-n5'] })).toEqual([]);
      await expect(source.delete(id)).rejects.toMatchObject({ code: 'not_found' });
    }),
  );
};
