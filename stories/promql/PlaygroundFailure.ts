import { PromqlEvaluationError, type PromqlEvaluationErrorKind, PromqlSyntaxError } from '@glasspane/promql';
import { playgroundLimits } from './askPlayground.ts';

/** Why a query has no answer. */
export interface PlaygroundFailure {
  readonly title: string;
  readonly message: string;
  readonly help?: string | undefined;
  /** The part of the text that is at fault: UTF-16 offsets, the end exclusive. */
  readonly place?: { readonly start: number; readonly end: number } | undefined;
}

const count = (value: number): string => value.toLocaleString('en');

const causes: Readonly<Record<PromqlEvaluationErrorKind, readonly [title: string, help: string | undefined]>> = {
  execution: ['This query cannot be answered', undefined],
  too_many_samples: [
    'Too many samples',
    `One query may use ${count(playgroundLimits.maxSamples)} samples here. Choose a shorter range, a longer step or fewer series.`,
  ],
  too_many_series: [
    'Too many series',
    `A selector may read ${count(playgroundLimits.maxSeries)} series here. Choose fewer with matchers.`,
  ],
  too_deep: ['This query is nested too deeply', 'Split it up.'],
  too_many_points: ['Too many steps', 'Choose a shorter range.'],
  timeout: ['Out of time', 'Choose a shorter range or fewer series.'],
  cancelled: ['Cancelled', undefined],
};

/** Returns what to tell of an error. */
export function toFailure(error: unknown): PlaygroundFailure {
  if (error instanceof PromqlSyntaxError) {
    const { message, start, end } = error;
    return { title: 'This is not a valid query', message, place: { start, end } };
  }
  if (error instanceof PromqlEvaluationError) {
    const [title, help] = causes[error.kind];
    return { title, message: error.message, help };
  }
  return { title: 'Something broke', message: error instanceof Error ? error.message : String(error) };
}
