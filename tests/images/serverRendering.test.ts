import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { SERVER_TOLERANCE } from './compareImages.ts';
import { FixtureWidget, fixtureEnvironment } from './fixtures/FixtureWidget.tsx';
import type { WidgetFixture } from './fixtures/WidgetFixture.ts';
import { widgetFixtures } from './fixtures/widgetFixtures.ts';
import { explainDifference } from './matchBaseline.ts';
import { CHROMIUM, type OpenFixturePage, openFixturePage } from './openFixturePage.ts';

function elementOf(fixture: WidgetFixture): ReactElement {
  return createElement(FixtureWidget, { fixture, environment: fixtureEnvironment(fixture) });
}

describeWith([CHROMIUM], 'a widget that was rendered on a server', () => {
  let fixtures: OpenFixturePage;

  beforeAll(async () => {
    fixtures = await openFixturePage();
  });

  afterAll(() => fixtures?.close());

  // One that asks for its data itself has none on a server: it shows that it is asking.
  it.each(widgetFixtures.filter(({ logs }) => logs === undefined).map((fixture) => [fixture.name, fixture] as const))(
    'looks as in the browser: %s',
    async (name, fixture) => {
      const expected = await fixtures.draw(name, 'light');
      const actual = await fixtures.place(renderToString(elementOf(fixture)), 'light');
      expect(
        await explainDifference({
          page: fixtures.page,
          name: `${name}-server`,
          actual,
          expected,
          tolerance: SERVER_TOLERANCE,
        }),
      ).toBeUndefined();
    },
  );

  it.each(widgetFixtures.map((fixture) => [fixture.name, fixture] as const))(
    'is taken over without a word: %s',
    async (name, fixture) => {
      const html = renderToString(elementOf(fixture));
      const said = await fixtures.page.evaluate(([one, text]) => window.fixturePage.hydrate(one, text), [
        name,
        html,
      ] as const);
      expect(said).toEqual([]);
    },
  );
});
