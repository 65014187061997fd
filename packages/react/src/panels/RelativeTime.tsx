import { type ReactElement, useState } from 'react';
import { formatRelativeTime, relativeTimeStepMs } from './formatRelativeTime.ts';
import { formatTimeSpan } from './formatTimeSpan.ts';
import { usePanel } from './PanelContext.ts';
import { useNow } from './useNow.ts';

/** Props of {@link RelativeTime}. */
export interface RelativeTimeProps {
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  readonly style?: 'long' | 'short' | 'narrow' | undefined;
}

/** Says how far a moment is from now, and keeps that right; the moment itself is its title. */
export function RelativeTime({ timeMs, style = 'long' }: RelativeTimeProps): ReactElement {
  const { clock, locale, times } = usePanel();
  const [startMs] = useState(() => clock.now());
  const nowMs = useNow(relativeTimeStepMs(timeMs - startMs));
  return (
    <time dateTime={toIso(timeMs)} title={times.format(timeMs)}>
      {formatRelativeTime(timeMs, nowMs, locale, style)}
    </time>
  );
}

/** Props of {@link Age}. */
export interface AgeProps {
  /** Milliseconds since the epoch. */
  readonly fromMs: number;
  /** Left out: now, and the text goes on. */
  readonly toMs?: number | undefined;
}

/** Says how long something lasts, or how long it has lasted so far. */
export function Age({ fromMs, toMs }: AgeProps): ReactElement {
  const { clock, locale, times } = usePanel();
  const [startMs] = useState(() => clock.now());
  const nowMs = useNow(relativeTimeStepMs(fromMs - startMs));
  return (
    <time dateTime={toIso(fromMs)} title={`Since ${times.format(fromMs)}`}>
      {formatTimeSpan(Math.max((toMs ?? nowMs) - fromMs, 0), locale)}
    </time>
  );
}

/** A date beyond what JavaScript knows has no ISO form. */
function toIso(timeMs: number): string | undefined {
  return Math.abs(timeMs) <= 8.64e15 ? new Date(timeMs).toISOString() : undefined;
}
