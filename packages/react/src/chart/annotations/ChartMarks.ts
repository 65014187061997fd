import type { Annotation, Labels } from '@glasspane/core';
import type { ResolvedLink } from '@glasspane/core/chart';

/** One observation on a chart that stands for those that a series counts. */
export interface ChartExemplar {
  readonly key: string;
  readonly timeMs: number;
  readonly value: number;
  /** What it is known by, with its trace. */
  readonly labels: Labels;
  /** The name of the series it belongs to. */
  readonly name: string;
  readonly color: string;
  readonly axis: 'left' | 'right';
  /** The value as people read it. */
  readonly text: string;
  readonly links: readonly ResolvedLink[];
}

/** What stands on a chart besides its series. */
export interface ChartMarks {
  /** What happened, by the time it began. */
  readonly annotations: readonly Annotation[];
  readonly exemplars: readonly ChartExemplar[];
  /** The present moment, in milliseconds since the epoch; left out: it is not marked. */
  readonly nowMs?: number | undefined;
}

/** A chart of series alone. */
export const NO_MARKS: ChartMarks = { annotations: [], exemplars: [] };
