import type { AbsoluteTimeRange, Notice, Widget } from '@glasspane/core';
import type { AnyWidgetDefinition, WidgetQueryResult } from '../widget/defineWidget.ts';

import type { WidgetMarks } from '../widget/WidgetMarks.ts';

/** What came of a widget's queries, or why there is nothing to draw. */
export type WidgetOutcome =
  | {
      readonly status: 'ready';
      readonly widget: Widget;
      readonly definition: AnyWidgetDefinition;
      readonly options: unknown;
      readonly results: readonly WidgetQueryResult[];
      readonly notices: readonly Notice[];
      readonly timeRange: AbsoluteTimeRange;
      /** What it shows beside its results. */
      readonly marks?: WidgetMarks | undefined;
    }
  | {
      readonly status: 'empty' | 'error';
      readonly widget: Widget;
      readonly timeRange: AbsoluteTimeRange | undefined;
      readonly results: readonly WidgetQueryResult[];
      readonly notices: readonly Notice[];
      readonly problem: WidgetProblem;
    };

/** Why a widget has no picture. */
export interface WidgetProblem {
  /** `error`: somebody has to do something about it. */
  readonly tone: 'neutral' | 'error';
  readonly title: string;
  readonly details: readonly string[];
}
