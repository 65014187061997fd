import {
  type Backend,
  type Matcher,
  type NewSilence,
  resolveTimeRange,
  TimeRangeError,
  toGlasspaneError,
} from '@glasspane/core';
import { useState } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { type UseBackendMutationResult, useBackendMutation } from '../panels/useBackendMutation.ts';
import { faultOfMatchers, type MatcherDraft } from './matcherDrafts.ts';

/** What somebody writes to make a silence. */
export interface SilenceDraft {
  readonly matchers: readonly MatcherDraft[];
  /** When it ends: `now+2h`, or a date and time of the panel's time zone. */
  readonly until: string;
  readonly author: string;
  readonly comment: string;
}

/** What is wrong, by field. */
export type SilenceFaults = Partial<Readonly<Record<keyof SilenceDraft, string>>>;

/** The state of a form that makes a silence. */
export interface UseSilenceFormResult {
  readonly draft: SilenceDraft;
  /** Empty until it was submitted once. */
  readonly faults: SilenceFaults;
  /** When the silence would end, in milliseconds since the epoch; left out while that cannot be read. */
  readonly endsAtMs: number | undefined;
  readonly creation: UseBackendMutationResult<NewSilence, string>;
  edit(change: Partial<SilenceDraft>): void;
  /** Resolves with the silence that was made, or with nothing. */
  submit(): Promise<NewSilence | undefined>;
}

/** Options of {@link useSilenceForm}. */
export interface UseSilenceFormOptions {
  readonly backend: Backend;
  readonly matchers: readonly Matcher[];
  readonly user: string | undefined;
}

/** Holds a silence until it is right and made. */
export function useSilenceForm({ backend, matchers, user }: UseSilenceFormOptions): UseSilenceFormResult {
  const { clock, timeZone } = usePanel();
  const [draft, setDraft] = useState<SilenceDraft>(() => ({
    matchers: matchers.map((matcher, key) => ({ ...matcher, key })),
    until: 'now+2h',
    author: user ?? '',
    comment: '',
  }));
  const [isChecked, setIsChecked] = useState(false);
  const creation = useBackendMutation({
    backend,
    invalidates: ['silences', 'alerts', 'rules'],
    run: (silence: NewSilence) => {
      if (backend.silences === undefined) throw new Error('This backend has no silences; use one that keeps them.');
      return backend.silences.create(silence);
    },
  });
  const end = resolveEnd(draft.until, clock.now(), timeZone);
  const faults = isChecked ? faultsOf(draft, end) : {};
  return {
    draft,
    faults,
    endsAtMs: typeof end === 'number' ? end : undefined,
    creation,
    edit(change) {
      setDraft({ ...draft, ...change });
      creation.reset();
    },
    async submit() {
      setIsChecked(true);
      const startsAtMs = clock.now();
      const endsAtMs = resolveEnd(draft.until, startsAtMs, timeZone);
      if (typeof endsAtMs === 'string' || Object.keys(faultsOf(draft, endsAtMs)).length > 0) return undefined;
      const silence: NewSilence = {
        matchers: draft.matchers.map(({ name, operator, value }) => ({ name: name.trim(), operator, value })),
        startsAtMs,
        endsAtMs,
        createdBy: draft.author.trim(),
        comment: draft.comment.trim(),
      };
      return (await creation.run(silence)) === undefined ? undefined : silence;
    },
  };
}

/** Returns the moment that is written, or what is wrong with it. */
function resolveEnd(until: string, nowMs: number, timeZone: string | undefined): number | string {
  try {
    return resolveTimeRange({ from: 'now', to: until }, nowMs, timeZone).endMs;
  } catch (error) {
    if (error instanceof TimeRangeError && error.end === 'range') return 'The end is in the past; choose a later one.';
    return toGlasspaneError(error).message;
  }
}

function faultsOf(draft: SilenceDraft, end: number | string): SilenceFaults {
  const matchers = faultOfMatchers(draft.matchers);
  return {
    ...(matchers === undefined ? {} : { matchers }),
    ...(typeof end === 'string' ? { until: end } : {}),
    ...(draft.author.trim() === '' ? { author: 'Say who makes the silence.' } : {}),
    ...(draft.comment.trim() === '' ? { comment: 'Say why, for those who wonder later.' } : {}),
  };
}
