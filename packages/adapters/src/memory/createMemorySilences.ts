import type { Clock, SilenceStore } from '@glasspane/core';
import { changeSilence, checkSilence, expireSilence, type StoredSilence, silenceState } from '@glasspane/core/alerting';
import { compileMatchers, type Labels } from '@glasspane/promql';
import { randomId } from '../internal/randomId.ts';
import { answer } from './createQuerySource.ts';
import { missing } from './documentErrors.ts';

/** Silences in this process, and which of them keep an alert from being told. */
export interface MemorySilences extends SilenceStore {
  /** Returns the ids of the silences that hold now and match. */
  matching(labels: Labels): readonly string[];
}

export function createMemorySilences(clock: Clock): MemorySilences {
  const stored = new Map<string, StoredSilence>();
  return {
    list: (signal) =>
      answer(signal, () =>
        [...stored.values()].map((silence) => ({ ...silence, state: silenceState(silence, clock.now()) })),
      ),
    create: (posted, signal) =>
      answer(signal, () => {
        const nowMs = clock.now();
        checkSilence(posted, nowMs, compileMatchers);
        const { silence } = changeSilence(undefined, structuredClone(posted), randomId('silence'), nowMs);
        stored.set(silence.id, silence);
        return silence.id;
      }),
    expire: (id, signal) =>
      answer(signal, () => {
        const silence = stored.get(id);
        if (silence === undefined) throw missing('silence', id);
        stored.set(id, expireSilence(silence, clock.now()));
      }),
    matching(labels) {
      const nowMs = clock.now();
      return [...stored.values()]
        .filter((silence) => silenceState(silence, nowMs) === 'active' && compileMatchers(silence.matchers)(labels))
        .map(({ id }) => id);
    },
  };
}
