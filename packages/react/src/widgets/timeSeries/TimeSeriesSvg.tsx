import type { ReactElement } from 'react';
import { MarksBefore, MarksBehind } from '../../chart/annotations/MarksLayers.tsx';
import { createPlotModel } from '../../chart/createPlotModel.ts';
import { legendColumns, legendItems } from '../../chart/legendItems.ts';
import { legendLayout } from '../../chart/legendLayout.ts';
import { noteOf } from '../../chart/noteOf.ts';
import { PlotPicture } from '../../chart/PlotPicture.tsx';
import { axisRoom } from '../../chart/plotLayout.ts';
import { SvgLegend } from '../../chart/SvgLegend.tsx';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { chartMarks } from './chartMarks.ts';
import { comparedSeries } from './compare.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';
import { timeSeriesPlan, timeSeriesSettings } from './timeSeriesSettings.ts';

/** Lines over time, as a picture. */
export function TimeSeriesSvg(props: WidgetSvgProps<TimeSeriesOptions>): ReactElement {
  const { widget, results, timeRange, locale } = props;
  const [width, height] = [Math.floor(props.width), Math.floor(props.height)];
  const formatters = useFormatters(locale, props.timeZone);
  const settings = timeSeriesSettings(props.options);
  const read = comparedSeries({ ...seriesInputOf(results, widget), limit: settings.maxSeries }, props.options.compare);
  const { series, arrange, left, right, notes } = timeSeriesPlan(read.series, widget.field, props.options);
  const note = noteOf({
    notes: [...notes, ...(props.marks?.notes ?? [])],
    shownCount: series.length,
    omittedCount: read.omittedCount,
    locale,
  });
  const items = legendItems(series, settings.legend, formatters.values);
  const columns = legendColumns(settings.legend);
  const legend = legendLayout({ placement: settings.legend.placement, items, width, height, columns });
  const hasNote = note !== undefined && height > 60;
  const plotWidth = width - (legend.placement === 'right' ? legend.size : 0);
  const belowHeight = legend.placement === 'below' ? legend.size : 0;
  const plotHeight = Math.max(1, height - belowHeight - (hasNote ? NOTE_HEIGHT : 0));
  const room = axisRoom(plotWidth, plotHeight);
  const place = { range: timeRange, width: plotWidth, height: plotHeight, room };
  const model = createPlotModel({
    series: arrange?.(series) ?? series,
    ...place,
    left,
    right,
    ...formatters,
  });
  const marks = chartMarks({ ...props.marks, series: model.series, timeRange, values: formatters.values });
  const layer = { model, marks };
  const isRight = legend.placement === 'right';
  return (
    <>
      <PlotPicture
        model={model}
        width={plotWidth}
        room={room}
        thresholdStyle={settings.thresholdStyle}
        behind={<MarksBehind {...layer} />}
        before={<MarksBefore {...layer} />}
      />
      {legend.placement === 'none' ? null : (
        <SvgLegend
          items={items}
          layout={legend}
          x={isRight ? plotWidth + 8 : 0}
          y={isRight ? 0 : plotHeight + 4}
          width={isRight ? legend.size - 8 : width}
          height={isRight ? height : legend.size - 4}
        />
      )}
      {hasNote ? <SvgNote y={height - NOTE_HEIGHT} width={plotWidth} text={note} /> : null}
    </>
  );
}
