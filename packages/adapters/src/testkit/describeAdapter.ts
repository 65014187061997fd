import { printSelector } from '@glasspane/promql/syntax';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { AdapterInstance, AdapterUnderTest } from './AdapterUnderTest.ts';
import { expectGap } from './expectGap.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { equal, type SuiteContext } from './Suite.ts';
import { promqlSuite } from './suites/promqlSuite.ts';
import { SUITES } from './suites.ts';

const PATIENCE_MS = 10_000;
const START_TIMEOUT_MS = 60_000;

/**
 * Declares a vitest suite that examines an adapter, rule by rule as SPEC.md beside this file numbers them.
 *
 * It makes one instance, loads data that ends now, and asks. Capabilities that a backend may lack (`sink`,
 * `subscribe`, `dashboards` …) are examined where they are there.
 *
 * @example
 * ```ts
 * describeAdapter({
 *   name: 'my adapter',
 *   async create() {
 *     const database = await startDatabase();
 *     return {
 *       backend: createMyBackend(database.url),
 *       load: (series) => database.insert(series),
 *       close: () => database.stop(),
 *     };
 *   },
 *   knownGaps: { P2: 'rate() of the database does not extrapolate' },
 * });
 * ```
 *
 * @public
 */
export function describeAdapter(adapter: AdapterUnderTest): void {
  const { name, create, language, knownGaps = {} } = adapter;
  const open = new Map(Object.entries(knownGaps));
  let loaded: { instance: AdapterInstance; fixture: Fixture } | undefined;
  const whileRunning = (): { instance: AdapterInstance; fixture: Fixture } => {
    if (loaded === undefined) throw new Error('the adapter is only there while rules run');
    return loaded;
  };
  const context: SuiteContext = {
    rule: (id, title, check) => {
      declareRule({ id, title, check, gap: open.get(id) });
      open.delete(id);
    },
    instance: () => whileRunning().instance,
    fixture: () => whileRunning().fixture,
    create,
    select: (metric, ...matchers) => (language?.select ?? printSelector)([equal('__name__', metric), ...matchers]),
    invalidQuery: language?.invalid ?? 'sum(',
    patienceMs: PATIENCE_MS,
  };

  describe(name, () => {
    beforeAll(async () => {
      const instance = await create();
      const fixture = createFixture(Date.now());
      loaded = { instance, fixture };
      await instance.load(fixture.series, fixture.metadata);
    }, START_TIMEOUT_MS);
    afterAll(() => loaded?.instance.close(), START_TIMEOUT_MS);

    for (const [title, suite] of Object.entries(SUITES)) describe(title, () => suite(context));
    if (language === undefined) describe('PromQL', () => promqlSuite(context));
    it('knownGaps names rules that are there', () => expect([...open.keys()]).toEqual([]));
  });
}

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly gap: string | undefined;
  check(test: TestContext): Promise<void>;
}

function declareRule({ id, title, gap, check }: Rule): void {
  if (gap === undefined) {
    it(`[${id}] ${title}`, check, PATIENCE_MS * 2);
    return;
  }
  it(
    `[${id}] is a known gap: ${gap} (the rule: ${title})`,
    (test) => expectGap(id, () => check(test)),
    PATIENCE_MS * 2,
  );
}
