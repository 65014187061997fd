import { type ReactElement, useMemo, useRef } from 'react';
import { ChartLegend } from '../../chart/ChartLegend.tsx';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import { useHighlight } from '../../chart/useHighlight.ts';
import { useSeriesVisibility } from '../../chart/useSeriesVisibility.ts';
import { formatBucket } from '../buckets/bucketAxis.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { HistogramOptions } from './HistogramOptions.ts';
import { HistogramPicture } from './HistogramPicture.tsx';
import type { HistogramBar, HistogramPlot } from './histogramPlot.ts';
import { barText, histogramRows, histogramSentence } from './histogramWords.ts';
import { useHistogram } from './useHistogram.ts';

/**
 * Props of {@link HistogramView}.
 *
 * @public
 */
export interface HistogramViewProps extends FrameViewProps {
  readonly options?: HistogramOptions | undefined;
}

const DEFAULTS: HistogramOptions = {};

/**
 * Shows how often values occur as bars, for hosts that have data of their own: samples that are counted here, or the buckets
 * of a Prometheus histogram at the end of the time range.
 *
 * @public
 */
export function HistogramView(props: HistogramViewProps): ReactElement {
  const { options = DEFAULTS, title } = props;
  const svg = useRef<SVGSVGElement>(null);
  const highlight = useHighlight(svg);
  const whole = useHistogram(props, options);
  const keys = useMemo(() => whole.items.map(({ key }) => key), [whole.items]);
  const { hiddenKeys, isolate, toggle } = useSeriesVisibility(keys);
  const { plot, items, legend, note, width, height } = useHistogram(props, options, hiddenKeys);
  return (
    <MarkFigure
      width={width}
      height={height}
      title={title}
      sentence={histogramSentence(plot)}
      svg={svg}
      picture={<HistogramPicture plot={plot} />}
      pictureWidth={plot.width}
      pictureHeight={plot.height}
      interaction={<HistogramInteraction {...props} plot={plot} />}
      note={note}
      placement={legend.placement}
      legend={
        legend.placement === 'none' ? null : (
          <ChartLegend
            items={items}
            layout={legend}
            hiddenKeys={hiddenKeys}
            onIsolate={isolate}
            onToggle={toggle}
            onHighlight={highlight}
          />
        )
      }
      table={<HiddenTable caption={title} {...histogramRows(plot)} />}
    />
  );
}

function HistogramInteraction(props: HistogramViewProps & { readonly plot: HistogramPlot }): ReactElement {
  const { plot, title, onPointClick, locale } = props;
  const nameOf = ({ bucket }: HistogramBar): string => {
    const range = plot.model.buckets[bucket];
    return range === undefined ? '' : formatBucket(range, plot.field, plot.values);
  };
  return (
    <MarkInteraction
      label={title}
      width={plot.width}
      height={plot.height}
      marks={plot.bars}
      boxOf={({ x, y, width, height }) => ({ left: x, top: y, width, height })}
      tooltipOf={(bar) => ({
        title: nameOf(bar),
        rows: [{ key: bar.group.key, name: bar.group.name, value: barText(bar, plot), color: bar.group.color }],
      })}
      clickOf={(bar) => ({
        seriesName: bar.group.name,
        labels: bar.group.field?.labels ?? {},
        refId: bar.group.refId,
        value: bar.count,
      })}
      onPointClick={onPointClick}
      locale={locale}
    />
  );
}
