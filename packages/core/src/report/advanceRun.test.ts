import { describe, expect, it } from 'vitest';
import { advanceRun, type ReportRunEvent } from './advanceRun.ts';
import type { ReportRun } from './ReportRun.ts';

const run: ReportRun = {
  id: 'r',
  scheduleId: 's',
  slotMs: 1000,
  trigger: 'schedule',
  status: 'pending',
  attempts: 0,
  updatedMs: 1000,
  nextAttemptMs: 1000,
  recipients: ['a@example.com'],
};
const retries = { maxAttempts: 4, firstDelayMs: 100, maxDelayMs: 150 };
const failed = (isTemporary: boolean): ReportRunEvent => ({
  type: 'failed',
  error: 'No answer.',
  isTemporary,
  retries,
});

describe('advanceRun', () => {
  it('counts a try when it begins, and leaves the run due until it is known how it went', () => {
    expect(advanceRun(run, { type: 'begun' }, 2000)).toEqual({ ...run, attempts: 1, updatedMs: 2000 });
  });

  it('is sent, with nothing left to do', () => {
    const { nextAttemptMs: _, ...rest } = run;
    const retried = { ...run, attempts: 2, error: 'No answer.' };
    const sent = { ...rest, attempts: 2, status: 'sent', updatedMs: 3000, sizeBytes: 7 };
    expect(advanceRun(retried, { type: 'sent', sizeBytes: 7 }, 3000)).toEqual(sent);
  });

  it('waits twice as long each time, up to a limit, and then gives up and says why', () => {
    const delays: (number | undefined)[] = [];
    let state = run;
    for (let nowMs = 5000; state.status === 'pending'; nowMs += 1000) {
      state = advanceRun(advanceRun(state, { type: 'begun' }, nowMs), failed(true), nowMs);
      if (state.nextAttemptMs !== undefined) delays.push(state.nextAttemptMs - nowMs);
    }
    expect(delays).toEqual([100, 150, 150]);
    expect(state).toMatchObject({ status: 'failed', attempts: 4, error: 'Given up after 4 tries: No answer.' });
    expect(state.nextAttemptMs).toBeUndefined();
  });

  it('does not try again what cannot help', () => {
    expect(advanceRun({ ...run, attempts: 1 }, failed(false), 2000)).toMatchObject({
      status: 'failed',
      error: 'No answer.',
    });
  });

  it('never leaves an end', () => {
    const sent = advanceRun(run, { type: 'sent', sizeBytes: 1 }, 1);
    expect(advanceRun(sent, failed(true), 2)).toBe(sent);
    expect(advanceRun(sent, { type: 'begun' }, 2)).toBe(sent);
  });
});
