import { describe, expect, it } from 'vitest';
import { advanceRule } from './advanceRule.ts';
import { alertSamples, endedSeries } from './alertSamples.ts';
import type { RuleState } from './RuleState.ts';

const MINUTE = 60_000;
const EMPTY: RuleState = { alerts: [] };

/** Runs a rule over a line of values, one a minute; `_` for no series. Returns the state of each minute. */
function run(line: string, rule: { forMs?: number; keepFiringForMs?: number } = {}): readonly RuleState[] {
  let state = EMPTY;
  return line.split(' ').map((text, minute) => {
    const samples =
      text === '_' ? [] : [{ labels: { alertname: 'A' }, annotations: { at: text }, value: Number(text) }];
    state = advanceRule({ forMs: 0, keepFiringForMs: 0, ...rule }, state, samples, minute * MINUTE);
    // Only what JSON keeps counts.
    state = JSON.parse(JSON.stringify(state));
    return state;
  });
}

const statesOf = (states: readonly RuleState[]): string =>
  states.map(({ alerts }) => alerts.map(({ state }) => state[0]).join('') || '-').join(' ');

describe('advanceRule', () => {
  it.each([
    ['fires at once without a time to wait', '_ 1 1 _', {}, '- f f r'],
    ['fires once the time is over', '1 1 1 1', { forMs: 2 * MINUTE }, 'p p f f'],
    ['waits for a whole evaluation where the time is shorter than one', '1 1', { forMs: 1 }, 'p f'],
    ['leaves no trace of what was only pending', '1 1 _ 1 1 1', { forMs: 2 * MINUTE }, 'p p - p p f'],
    ['goes on firing for a while', '1 _ _ _', { keepFiringForMs: 2 * MINUTE }, 'f f f r'],
    ['begins the while anew when the series comes back', '1 _ 1 _ _ _', { keepFiringForMs: 2 * MINUTE }, 'f f f f f r'],
    ['forgets what ended after a quarter of an hour', `1 ${'_ '.repeat(17).trim()}`, {}, `f ${'r '.repeat(16)}-`],
    ['begins anew what had ended', '1 _ 1', { forMs: MINUTE }, 'p - p'],
  ])('%s', (_, line, rule, expected) => {
    expect(statesOf(run(line, rule))).toBe(expected);
  });

  it('keeps since when an alert is active, and renews its value and texts', () => {
    const alert = run('1 2 NaN', { forMs: MINUTE }).at(-1)?.alerts[0];
    expect(alert).toEqual({
      labels: { alertname: 'A' },
      annotations: { at: 'NaN' },
      state: 'firing',
      value: 'NaN',
      activeAtMs: 0,
      firedAtMs: MINUTE,
    });
  });

  it('notes when it ended, and begins with a new time when it comes back', () => {
    const states = run('1 _ 3');
    expect(states[1]?.alerts[0]).toMatchObject({ state: 'resolved', firedAtMs: 0, resolvedAtMs: MINUTE });
    expect(states[2]?.alerts).toEqual([
      {
        labels: { alertname: 'A' },
        annotations: { at: '3' },
        state: 'firing',
        value: '3',
        activeAtMs: 2 * MINUTE,
        firedAtMs: 2 * MINUTE,
      },
    ]);
  });

  it('refuses series with the same labels, and changes nothing', () => {
    const sample = { labels: { alertname: 'A' }, annotations: {}, value: 1 };
    expect(() => advanceRule({ forMs: 0, keepFiringForMs: 0 }, EMPTY, [sample, sample], 0)).toThrow(
      'vector contains metrics with the same labelset after applying alert labels',
    );
  });
});

describe('alertSamples', () => {
  it('gives the series of pending and firing alerts', () => {
    const [pending, firing, resolved] = run('1 1 _', { forMs: MINUTE });
    expect(alertSamples(pending ?? EMPTY)).toEqual([
      { labels: { __name__: 'ALERTS', alertname: 'A', alertstate: 'pending' }, value: 1 },
      { labels: { __name__: 'ALERTS_FOR_STATE', alertname: 'A' }, value: 0 },
    ]);
    expect(alertSamples(resolved ?? EMPTY)).toEqual([]);
    expect(endedSeries(alertSamples(pending ?? EMPTY), alertSamples(firing ?? EMPTY))).toEqual([
      { labels: { __name__: 'ALERTS', alertname: 'A', alertstate: 'pending' }, value: 1 },
    ]);
  });
});
