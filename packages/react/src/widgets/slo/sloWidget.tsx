import { type ReactElement, useMemo } from 'react';
import { createFormatters } from '../../chart/createFormatters.ts';
import {
  defineWidget,
  type WidgetDefinition,
  type WidgetTableInput,
  type WidgetViewProps,
} from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { type SloOptions, sloOptionsSchema } from './SloOptions.ts';
import { SloSvg } from './SloSvg.tsx';
import { SloView } from './SloView.tsx';
import { sloFrames } from './sloFrames.ts';
import { sloModel } from './sloModel.ts';
import { sloQueries } from './sloQueries.ts';

/** The widget type `slo`: an objective, its error budget and how fast it burns. */
export const sloWidget: WidgetDefinition<SloOptions> = defineWidget({
  type: 'slo',
  label: 'SLO',
  schema: sloOptionsSchema,
  queries: sloQueries,
  View: SloWidgetView,
  Svg: SloSvg,
  toTable: sloTable,
});

function SloWidgetView(props: WidgetViewProps<SloOptions>): ReactElement {
  const { widget, options, results, ...rest } = props;
  const frames = useMemo(() => sloFrames(widget, options, results), [widget, options, results]);
  return (
    <SloView
      frames={frames}
      options={options}
      title={widget.title}
      timeRange={rest.timeRange}
      width={rest.width}
      height={rest.height}
      locale={rest.locale}
      timeZone={rest.timeZone}
    />
  );
}

function sloTable({ widget, options, results, locale, timeZone }: WidgetTableInput<SloOptions>): WidgetTable {
  const frames = sloFrames(widget, options, results);
  const model = sloModel({
    options,
    frameOver: (window) => (Object.hasOwn(frames.windows, window) ? frames.windows[window] : undefined),
    courseFrame: undefined,
    values: createFormatters({ locale, timeZone }).values,
  });
  const { left, budgetMs, period, settings } = model;
  return {
    columns: [
      { name: 'What', kind: 'text' },
      { name: 'Value', kind: 'value', unit: 'short' },
    ],
    rows: [
      ['State', model.status],
      ['Objective', settings.objective],
      [`Error ratio over ${settings.period}`, period.ratio],
      ['Error budget left', left],
      ['Error budget left in seconds', left === undefined ? undefined : (left * budgetMs) / 1000],
      ...model.windows.map(({ window, rate }) => [`Burn rate over ${window}`, rate] as const),
    ],
  };
}
