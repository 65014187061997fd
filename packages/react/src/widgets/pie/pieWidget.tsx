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
import { type PieOptions, pieOptionsSchema } from './PieOptions.ts';
import { PieSvg } from './PieSvg.tsx';
import { PieView } from './PieView.tsx';
import { pieModel } from './pieModel.ts';

/** The widget type `pie`: parts of a whole. */
export const pieWidget: WidgetDefinition<PieOptions> = defineWidget({
  type: 'pie',
  label: 'Pie',
  schema: pieOptionsSchema,
  View: PieWidgetView,
  Svg: PieSvg,
  toTable: pieTable,
});

function PieWidgetView(props: WidgetViewProps<PieOptions>): ReactElement {
  return <PieView {...useFrameViewProps(props)} options={props.options} />;
}

function pieTable({
  results,
  widget,
  options,
  timeRange,
  locale,
  timeZone,
}: WidgetTableInput<PieOptions>): WidgetTable {
  const { slices } = pieModel({
    data: seriesInputOf(results, widget),
    options,
    timeRange,
    ...createFormatters({ locale, timeZone }),
  });
  return {
    columns: [
      { name: 'Slice', kind: 'text' },
      { name: 'Value', kind: 'value' },
      { name: 'Share', kind: 'value', unit: 'percentunit' },
    ],
    rows: slices.map(({ name, value, share }) => [name, value, share]),
  };
}
