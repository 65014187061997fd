import { barChartWidget } from '../widgets/barChart/barChartWidget.tsx';
import { barGaugeWidget } from '../widgets/barGauge/barGaugeWidget.tsx';
import { costWidget } from '../widgets/cost/costWidget.tsx';
import { gaugeWidget } from '../widgets/gauge/gaugeWidget.tsx';
import { heatmapWidget } from '../widgets/heatmap/heatmapWidget.tsx';
import { histogramWidget } from '../widgets/histogram/histogramWidget.tsx';
import { logsWidget } from '../widgets/logs/logsWidget.tsx';
import { pieWidget } from '../widgets/pie/pieWidget.tsx';
import { sloWidget } from '../widgets/slo/sloWidget.tsx';
import { statWidget } from '../widgets/stat/statWidget.tsx';
import { stateTimelineWidget } from '../widgets/stateTimeline/stateTimelineWidget.tsx';
import { statusHistoryWidget } from '../widgets/statusHistory/statusHistoryWidget.tsx';
import { tableWidget } from '../widgets/table/tableWidget.tsx';
import { textWidget } from '../widgets/text/textWidget.tsx';
import { timeSeriesWidget } from '../widgets/timeSeries/timeSeriesWidget.tsx';
import { topListWidget } from '../widgets/topList/topListWidget.tsx';
import { treemapWidget } from '../widgets/treemap/treemapWidget.tsx';
import type { AnyWidgetDefinition } from './defineWidget.ts';

/**
 * The kinds of widgets that every dashboard knows. They are made with {@link defineWidget}, as a host's own.
 *
 * @public
 */
export const builtInWidgets: readonly AnyWidgetDefinition[] = [
  timeSeriesWidget,
  statWidget,
  barChartWidget,
  topListWidget,
  pieWidget,
  treemapWidget,
  sloWidget,
  costWidget,
  gaugeWidget,
  barGaugeWidget,
  tableWidget,
  textWidget,
  logsWidget,
  heatmapWidget,
  histogramWidget,
  stateTimelineWidget,
  statusHistoryWidget,
];
