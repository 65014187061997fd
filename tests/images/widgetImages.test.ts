import { builtInWidgets } from '@glasspane/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { widgetFixtures } from './fixtures/widgetFixtures.ts';
import { matchBaseline } from './matchBaseline.ts';
import { CHROMIUM, type OpenFixturePage, openFixturePage, themes } from './openFixturePage.ts';

describe('the fixtures', () => {
  it('show each type of widget that dashboards know', () => {
    const shown = new Set(widgetFixtures.map(({ widget }) => widget.type));
    expect(builtInWidgets.map(({ type }) => type).filter((type) => !shown.has(type))).toEqual([]);
  });
});

describeWith([CHROMIUM], 'pictures of widgets', () => {
  let fixtures: OpenFixturePage;

  beforeAll(async () => {
    fixtures = await openFixturePage();
  });

  afterAll(() => fixtures?.close());

  it('are told apart where a widget is drawn otherwise', async () => {
    const [light, dark] = [await fixtures.draw('text', 'light'), await fixtures.draw('text', 'dark')];
    const { compareImages } = await import('./compareImages.ts');
    const { differing, total } = await compareImages(fixtures.page, light, dark);
    expect(differing / total).toBeGreaterThan(0.5);
  });

  describe.each(themes)('in the %s theme', (theme) => {
    it.each(widgetFixtures.map(({ name }) => name))('show %s as it was', async (name) => {
      const actual = await fixtures.draw(name, theme);
      expect(await matchBaseline(fixtures.page, `${name}-${theme}`, actual)).toBeUndefined();
    });
  });
});
