import type { AlertRule } from '@glasspane/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryBackend, type MemoryBackend } from './createMemoryBackend.ts';

const MINUTE_MS = 60_000;
const START_MS = 1_800_000_000_000;

const rule: AlertRule = {
  id: 'errors',
  name: 'high_error_rate',
  expr: 'error_rate > 0.05',
  forMs: 5 * MINUTE_MS,
  severity: 'critical',
  annotations: { summary: '{{ $labels.service }} fails at {{ $value }}' },
};

let nowMs: number;
let backend: MemoryBackend;

const record = (value: number): Promise<void> =>
  backend.sink.record([{ labels: { __name__: 'error_rate', service: 'api' }, timeMs: nowMs, value }]);

/** Moves on by a minute with a new sample, and lists the states of the alerts. */
async function pass(minutes: number, value: number): Promise<readonly string[]> {
  nowMs += minutes * MINUTE_MS;
  await record(value);
  return (await backend.alerts.list({})).map(({ state }) => state);
}

beforeEach(() => {
  nowMs = START_MS;
  // The evaluator waits for its turn with a timer, which need not wait here.
  const setTimeout = (callback: () => void): (() => void) => {
    queueMicrotask(callback);
    return () => undefined;
  };
  backend = createMemoryBackend({ clock: { now: () => nowMs, setTimeout } });
});

it('takes an alert from pending over firing to resolved', async () => {
  await backend.rules.editor?.create(rule);
  expect(await pass(1, 0.01)).toEqual([]);
  expect(await pass(1, 0.1)).toEqual(['pending']);
  expect(await pass(4, 0.2)).toEqual(['pending']);
  expect(await pass(1, 0.2)).toEqual(['firing']);
  expect(await backend.alerts.list({})).toEqual([
    expect.objectContaining({
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      labels: { alertname: 'high_error_rate', service: 'api', severity: 'critical' },
      annotations: { summary: 'api fails at 0.2' },
      value: 0.2,
      startsAtMs: START_MS + 2 * MINUTE_MS,
      silencedBy: [],
    }),
  ]);
  expect(await backend.rules.list()).toEqual([
    expect.objectContaining({ id: 'errors', state: 'firing', health: 'ok', isEditable: true, lastEvaluationMs: nowMs }),
  ]);
  expect(await pass(1, 0)).toEqual(['resolved']);
  expect(await backend.rules.list()).toEqual([expect.objectContaining({ state: 'inactive', alerts: [] })]);
});

it('keeps what alerts were when an evaluation fails, and says why', async () => {
  await backend.rules.editor?.create({ ...rule, expr: 'error_rate * on () group_left error_rate > 0' });
  expect(await pass(0, 1)).toEqual(['pending']);
  await backend.sink.record([{ labels: { __name__: 'error_rate', service: 'web' }, timeMs: nowMs, value: 1 }]);
  const [status] = await backend.rules.list();
  expect(status).toMatchObject({ health: 'error', state: 'pending', lastError: expect.stringContaining('many') });
});

it('leaves a paused rule alone, and forgets its alerts', async () => {
  await backend.rules.editor?.create({ ...rule, forMs: 0 });
  expect(await pass(0, 1)).toEqual(['firing']);
  await backend.rules.editor?.update({ ...rule, isPaused: true });
  expect(await pass(1, 1)).toEqual([]);
});

describe('the editor', () => {
  it('refuses what could not be evaluated, naming the place', async () => {
    const create = (changes: Partial<AlertRule>) => backend.rules.editor?.create({ ...rule, ...changes });
    await expect(create({ expr: 'error_rate >' })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: 'expr' }],
    });
    await expect(create({ annotations: { summary: '{{ $labels' } })).rejects.toMatchObject({
      issues: [{ path: 'annotations.summary' }],
    });
    expect(await backend.rules.editor?.list()).toEqual([]);
  });

  it('keeps rules by their ids', async () => {
    const { id: _, ...withoutId } = rule;
    const made = await backend.rules.editor?.create(withoutId);
    expect(made?.id).toMatch(/^rule-/);
    await expect(backend.rules.editor?.create({ ...rule, id: made?.id })).rejects.toMatchObject({ code: 'conflict' });
    await backend.rules.editor?.delete(made?.id ?? '');
    await expect(backend.rules.editor?.get(made?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('says which silences keep an alert from being told', async () => {
  await backend.rules.editor?.create({ ...rule, forMs: 0 });
  const id = await backend.silences.create({
    matchers: [{ name: 'service', operator: '=~', value: 'a.*' }],
    startsAtMs: nowMs,
    endsAtMs: nowMs + 10 * MINUTE_MS,
    createdBy: 'anna',
    comment: 'known',
  });
  await record(1);
  const silencedBy = async () => (await backend.alerts.list({})).map((alert) => alert.silencedBy);
  expect(await silencedBy()).toEqual([[id]]);
  await backend.silences.expire(id);
  expect(await silencedBy()).toEqual([[]]);
  expect(await backend.silences.list()).toEqual([expect.objectContaining({ id, state: 'expired', endsAtMs: nowMs })]);
});
