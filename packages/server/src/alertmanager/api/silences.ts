import { randomUUID } from 'node:crypto';
import { GlasspaneError } from '@glasspane/core';
import {
  type AlertingState,
  type AlertingStep,
  changeSilence,
  checkSilence,
  expireSilence,
  type StoredSilence,
  silenceState,
} from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import type { AlertEngine } from '../AlertEngine.ts';
import { readFlag, readMatchers } from './readFilters.ts';
import type { PostedSilence } from './readPostable.ts';
import { toWireSilence } from './toWire.ts';

const STATE_ORDER = ['active', 'pending', 'expired'];

/** Returns the silences that are asked for: those that hold first, and of these those that end first. */
export function listSilences({ state, clock }: AlertEngine, query: URLSearchParams): readonly object[] {
  const nowMs = clock.now();
  const filters = readMatchers(query);
  return [...state.silences.values()]
    .filter((silence) => readFlag(query, silenceState(silence, nowMs)) && concerns(silence, filters))
    .sort((a, b) => compareSilences(a, b, nowMs))
    .map((silence) => toWireSilence(silence, nowMs));
}

/** As Alertmanager: a filter asks for the text of a silence's own matcher of that label. */
function concerns({ matchers }: StoredSilence, filters: ReturnType<typeof readMatchers>): boolean {
  const labels = Object.fromEntries(matchers.map(({ name, value }) => [name, value]));
  return compileMatchers(filters)(labels);
}

function compareSilences(a: StoredSilence, b: StoredSilence, nowMs: number): number {
  const state = silenceState(a, nowMs);
  const byState = STATE_ORDER.indexOf(state) - STATE_ORDER.indexOf(silenceState(b, nowMs));
  if (byState !== 0) return byState;
  if (state === 'pending') return a.startsAtMs - b.startsAtMs;
  return state === 'active' ? a.endsAtMs - b.endsAtMs : b.endsAtMs - a.endsAtMs;
}

/**
 * Makes a silence or changes one; returns its id.
 *
 * @throws {@link GlasspaneError} `invalid` when it cannot be made, `not_found` when the one to change is not there.
 */
export async function postSilence(engine: AlertEngine, { id, silence }: PostedSilence): Promise<string> {
  const made = { id: '' };
  await engine.run((state) => {
    const nowMs = engine.clock.now();
    checkSilence(silence, nowMs, compileMatchers);
    const previous = state.silences.get(id);
    if (id !== '' && previous === undefined) throw new GlasspaneError('not_found', 'silence not found');
    const change = changeSilence(previous, silence, randomUUID(), nowMs);
    made.id = change.silence.id;
    return withSilences(state, change.expired === undefined ? [change.silence] : [change.expired, change.silence]);
  });
  return made.id;
}

/**
 * Ends a silence; one that is over stays so.
 *
 * @throws {@link GlasspaneError} `not_found` when there is none.
 */
export async function endSilence(engine: AlertEngine, id: string): Promise<void> {
  await engine.run((state) => {
    const nowMs = engine.clock.now();
    const silence = state.silences.get(id);
    if (silence === undefined) throw new GlasspaneError('not_found', 'silence not found');
    return withSilences(state, silenceState(silence, nowMs) === 'expired' ? [] : [expireSilence(silence, nowMs)]);
  });
}

function withSilences(state: AlertingState, changed: readonly StoredSilence[]): AlertingStep {
  const silences = new Map([...state.silences, ...changed.map((silence) => [silence.id, silence] as const)]);
  return {
    state: { ...state, silences },
    changes: changed.map((value) => ({ collection: 'silences', id: value.id, value })),
  };
}
