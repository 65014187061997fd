import { describe, expect, it } from 'vitest';
import { compileMatchers } from '../testing/compileMatchers.ts';
import type { NewSilence } from './Silence.ts';
import { changeSilence, checkSilence, expireSilence, silenceState } from './silences.ts';

const posted: NewSilence = {
  matchers: [{ name: 'a', operator: '=', value: 'x' }],
  startsAtMs: 1_000,
  endsAtMs: 9_000,
  createdBy: 'ada',
  comment: '',
};
const kept = { ...posted, id: 'old', updatedAtMs: 0 };

describe('silenceState', () => {
  it.each([
    [999, 'pending'],
    [1_000, 'active'],
    [8_999, 'active'],
    [9_000, 'expired'],
  ])('is at %d %s', (nowMs, state) => {
    expect(silenceState(kept, nowMs)).toBe(state);
  });
});

describe('checkSilence', () => {
  it('takes one that is sound', () => {
    expect(() => checkSilence(posted, 0, compileMatchers)).not.toThrow();
  });

  it.each<[Partial<NewSilence>, string]>([
    [{ matchers: [] }, 'at least one matcher required'],
    [{ matchers: [{ name: 'a', operator: '=~', value: '.*' }] }, 'must not match the empty string'],
    [{ matchers: [{ name: 'a', operator: '!=', value: 'x' }] }, 'must not match the empty string'],
    [{ matchers: [{ name: 'a-b', operator: '=', value: 'x' }] }, 'invalid label name "a-b"'],
    [{ matchers: [{ name: 'a', operator: '=~', value: '(' }] }, 'invalid label matcher'],
    [{ endsAtMs: 1_000 }, 'start time must be before end time'],
    [{ startsAtMs: -9, endsAtMs: -5 }, "end time can't be in the past"],
    [{ startsAtMs: Number.NaN }, 'must be times'],
  ])('refuses %j', (change, message) => {
    expect(() => checkSilence({ ...posted, ...change }, 0, compileMatchers)).toThrow(message);
  });
});

describe('changeSilence', () => {
  it('begins a new one no earlier than now', () => {
    expect(changeSilence(undefined, posted, 'new', 2_000)).toEqual({
      expired: undefined,
      silence: { ...posted, id: 'new', startsAtMs: 2_000, updatedAtMs: 2_000 },
    });
  });

  it('lengthens one that holds', () => {
    const change = changeSilence(kept, { ...posted, endsAtMs: 20_000 }, 'new', 2_000);
    expect(change).toEqual({ silence: { ...kept, endsAtMs: 20_000, updatedAtMs: 2_000 } });
  });

  it('ends one whose matchers change, and begins another', () => {
    const matchers = [{ name: 'a', operator: '=', value: 'y' }] as const;
    const { expired, silence } = changeSilence(kept, { ...posted, matchers }, 'new', 2_000);
    expect(expired).toMatchObject({ id: 'old', endsAtMs: 2_000 });
    expect(silence).toMatchObject({ id: 'new', matchers });
  });

  it('leaves one that is over as it is, and begins another', () => {
    const change = changeSilence(kept, { ...posted, endsAtMs: 90_000 }, 'new', 10_000);
    expect(change).toMatchObject({ expired: undefined, silence: { id: 'new', startsAtMs: 10_000 } });
  });
});

describe('expireSilence', () => {
  it('ends one that holds, and one that is still to come', () => {
    expect(expireSilence(kept, 2_000)).toMatchObject({ startsAtMs: 1_000, endsAtMs: 2_000 });
    expect(expireSilence(kept, 500)).toMatchObject({ startsAtMs: 500, endsAtMs: 500 });
  });

  it('refuses one that is over', () => {
    expect(() => expireSilence(kept, 9_000)).toThrow('already expired');
  });
});
