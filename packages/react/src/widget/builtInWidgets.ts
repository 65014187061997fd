import { timeSeriesWidget } from '../widgets/timeSeries/timeSeriesWidget.tsx';
import type { AnyWidgetDefinition } from './defineWidget.ts';

/**
 * The kinds of widgets that every dashboard knows. They are made with {@link defineWidget}, as a host's own.
 *
 * @public
 */
export const builtInWidgets: readonly AnyWidgetDefinition[] = [timeSeriesWidget];
