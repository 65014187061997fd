import type { ReactElement } from 'react';
import { createFormatters } from '../../chart/createFormatters.ts';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import {
  defineWidget,
  type WidgetDefinition,
  type WidgetTableInput,
  type WidgetViewProps,
} from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type CostOptions, costOptionsSchema } from './CostOptions.ts';
import { CostSvg } from './CostSvg.tsx';
import { CostView } from './CostView.tsx';
import { costModel } from './costModel.ts';
import { costQueries } from './costPeriod.ts';

/** The widget type `cost`: what was spent in a period, on what, and what it will come to. */
export const costWidget: WidgetDefinition<CostOptions> = defineWidget({
  type: 'cost',
  label: 'Cost',
  schema: costOptionsSchema,
  queries: costQueries,
  View: CostWidgetView,
  Svg: CostSvg,
  toTable: costTable,
});

function CostWidgetView(props: WidgetViewProps<CostOptions>): ReactElement {
  return <CostView {...useFrameViewProps(props)} options={props.options} />;
}

function costTable({
  results,
  widget,
  options,
  timeRange,
  locale,
  timeZone,
}: WidgetTableInput<CostOptions>): WidgetTable {
  const { parts, total, projected, budget, buckets, nowMs } = costModel({
    data: seriesInputOf(results, widget),
    options,
    nowMs: timeRange.endMs,
    timeZone,
    ...createFormatters({ locale, timeZone }),
  });
  return {
    columns: [
      { name: 'Time', kind: 'time' },
      { name: 'Part', kind: 'text' },
      { name: 'Cost', kind: 'value' },
    ],
    rows: [
      ...buckets.flatMap(({ startMs }, index) =>
        startMs < nowMs
          ? parts.flatMap(({ name, byBucket, hasData }) => (hasData ? [[startMs, name, byBucket[index]] as const] : []))
          : [],
      ),
      [undefined, 'Total', total],
      ...(projected === undefined ? [] : [[undefined, 'Projected', projected] as const]),
      ...(budget === undefined ? [] : [[undefined, 'Budget', budget] as const]),
    ],
  };
}
