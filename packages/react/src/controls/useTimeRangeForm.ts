import { type Clock, GlasspaneError, resolveTimeRange, type TimeRange, TimeRangeError } from '@glasspane/core';
import { useState } from 'react';
import { toWallText } from './zonedTime.ts';

/** Options of {@link useTimeRangeForm}. */
export interface UseTimeRangeFormOptions {
  readonly value: TimeRange;
  readonly timeZone: string | undefined;
  readonly clock: Clock;
  onSubmit(range: TimeRange): void;
}

/** The state of a form that takes a time range as typed text. */
export interface UseTimeRangeFormResult {
  readonly draft: TimeRange;
  /** What is wrong, and at which end, once it was submitted or an end was left. */
  readonly fault: { readonly end: 'from' | 'to' | 'range'; readonly message: string } | undefined;
  edit(end: 'from' | 'to', text: string): void;
  check(): void;
  submit(): void;
}

/** Holds a typed time range until it is right and submitted. */
export function useTimeRangeForm(options: UseTimeRangeFormOptions): UseTimeRangeFormResult {
  const { value, timeZone, clock, onSubmit } = options;
  const [draft, setDraft] = useState<TimeRange>(() => ({
    from: toDraft(value.from, timeZone),
    to: toDraft(value.to, timeZone),
  }));
  const [fault, setFault] = useState<UseTimeRangeFormResult['fault']>();
  const findFault = (): UseTimeRangeFormResult['fault'] => {
    try {
      resolveTimeRange(draft, clock.now(), timeZone);
      return undefined;
    } catch (error) {
      if (error instanceof TimeRangeError) return { end: error.end, message: error.message };
      if (error instanceof GlasspaneError) return { end: 'range', message: error.message };
      throw error;
    }
  };
  return {
    draft,
    fault,
    edit(end, text) {
      setDraft({ ...draft, [end]: text });
      setFault(undefined);
    },
    check: () => setFault(findFault()),
    submit() {
      const found = findFault();
      setFault(found);
      if (found === undefined) onSubmit({ from: draft.from.trim(), to: draft.to.trim() });
    },
  };
}

/** Shows moments as wall time, which can be edited; what is relative stays as it is. */
function toDraft(text: string, timeZone: string | undefined): string {
  const timeMs = /^\d+$/.test(text) ? Number(text) : /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(timeMs) && Math.abs(timeMs) <= 8.64e15 ? toWallText(timeMs, timeZone) : text;
}
