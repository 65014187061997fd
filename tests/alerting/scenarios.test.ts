import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScenario } from './runScenario.ts';
import type { Arrival, Scenario, ScenarioAlert, ScenarioWant } from './Scenario.ts';

const FILE =
  process.env.GLASSPANE_ALERT_SCENARIOS ??
  path.resolve(import.meta.dirname, '../../../shared/alerting/alertmanager/scenarios.yaml');
// Ours does not hold alerts back after a start: it remembers them.
const NOT_OURS = ['cold start waits for the dispatch delay'];
// Where Alertmanager begins a new group interval, ours goes on with the one that runs.
const KEEPS_ITS_BEAT = 'reload neither repeats nor loses';
const SECONDS_EARLIER = 1;

const isThere = existsSync(FILE);
if (!isThere) console.warn(`skipped: the timed scenarios need ${FILE} (or GLASSPANE_ALERT_SCENARIOS)`);
const { tolerance, scenarios } = isThere
  ? (parse(readFileSync(FILE, 'utf8')) as { readonly tolerance: number; readonly scenarios: readonly Scenario[] })
  : { tolerance: 0, scenarios: [] };

describe.skipIf(!isThere)("Alertmanager's timed scenarios", () => {
  it('are there', () => {
    expect(scenarios.length).toBeGreaterThan(10);
  });

  it.each(
    scenarios.filter(({ name }) => !NOT_OURS.includes(name)).map((scenario) => [scenario.name, scenario] as const),
  )('%s', (_, scenario) => {
    const wants = Object.entries(scenario.want).flatMap(([receiver, list]) =>
      list.map((want) => ({ receiver, want: scenario.name === KEEPS_ITS_BEAT ? onItsBeat(want) : want })),
    );
    const until = Math.max(...wants.map(({ want }) => want.to));
    const arrivals = runScenario(scenario, until);
    for (const { receiver, want } of wants) {
      const found = arrivals.filter((arrival) => arrival.receiver === receiver && isWanted(arrival, want));
      expect(found, `${receiver} ${JSON.stringify(want)} among ${JSON.stringify(arrivals)}`).toHaveLength(1);
    }
    const unwanted = arrivals.filter(
      (arrival) => !wants.some(({ receiver, want }) => arrival.receiver === receiver && isWanted(arrival, want)),
    );
    expect(unwanted).toEqual([]);
  });
});

function onItsBeat(want: ScenarioWant): ScenarioWant {
  return want.from < 3 ? want : { ...want, from: want.from - SECONDS_EARLIER, to: want.to - SECONDS_EARLIER };
}

function isWanted({ atSeconds, alerts }: Arrival, { from, to, alerts: wanted }: ScenarioWant): boolean {
  return (
    atSeconds >= from - tolerance &&
    atSeconds <= to + tolerance &&
    alerts.length === wanted.length &&
    wanted.every((want) => alerts.some((alert) => isSame(alert, want)))
  );
}

function isSame(alert: ScenarioAlert, want: ScenarioAlert): boolean {
  const isClose = (a: number | undefined, b: number | undefined): boolean =>
    a === undefined || b === undefined ? a === b : Math.abs(a - b) <= tolerance;
  return (
    JSON.stringify(sorted(alert.labels)) === JSON.stringify(sorted(want.labels)) &&
    JSON.stringify(sorted(alert.annotations ?? {})) === JSON.stringify(sorted(want.annotations ?? {})) &&
    (want.startsAt === undefined || isClose(alert.startsAt, want.startsAt)) &&
    isClose(alert.endsAt, want.endsAt)
  );
}

function sorted(labels: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
