import type { AbsoluteTimeRange, Dashboard, TimeRange, VariableValues } from '@glasspane/core';
import type { ThemeColors } from '../theme/colorTokens.ts';
import type { WidgetOutcome } from './WidgetOutcome.ts';

/** Everything that a file is made of, whatever its form. */
export interface ExportScene {
  readonly dashboard: Dashboard;
  /** What stands at the head of the file. */
  readonly title: string;
  readonly outcomes: ReadonlyMap<string, WidgetOutcome>;
  readonly timeRange: TimeRange;
  /** The same as moments. */
  readonly moments: AbsoluteTimeRange;
  readonly variables: VariableValues;
  readonly generatedAtMs: number;
  readonly locale: string | undefined;
  readonly timeZone: string;
  readonly colors: ThemeColors;
  /** The colour behind everything. */
  readonly paper: string;
}
