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
import { type TreemapOptions, treemapOptionsSchema } from './TreemapOptions.ts';
import { TreemapSvg } from './TreemapSvg.tsx';
import { TreemapView } from './TreemapView.tsx';
import { treemapModel } from './treemapModel.ts';

/** The widget type `treemap`: values as areas within each other. */
export const treemapWidget: WidgetDefinition<TreemapOptions> = defineWidget({
  type: 'treemap',
  label: 'Treemap',
  schema: treemapOptionsSchema,
  View: TreemapWidgetView,
  Svg: TreemapSvg,
  toTable: treemapTable,
});

function TreemapWidgetView(props: WidgetViewProps<TreemapOptions>): ReactElement {
  return <TreemapView {...useFrameViewProps(props)} options={props.options} />;
}

function treemapTable(input: WidgetTableInput<TreemapOptions>): WidgetTable {
  const { results, widget, options, timeRange, locale, timeZone } = input;
  const { leaves } = treemapModel({
    data: seriesInputOf(results, widget),
    options,
    timeRange,
    ...createFormatters({ locale, timeZone }),
  });
  const names = options.path === undefined || options.path.length === 0 ? ['Cell'] : options.path;
  return {
    columns: [
      ...names.map((name) => ({ name, kind: 'text' as const })),
      { name: 'Value', kind: 'value' },
      { name: 'Share', kind: 'value', unit: 'percentunit' },
    ],
    rows: leaves.map(({ path, value, share }) => [...names.map((_, index) => path[index]), value, share]),
  };
}
