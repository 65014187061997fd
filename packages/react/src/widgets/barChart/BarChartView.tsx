import { type ReactElement, useMemo, useRef } from 'react';
import { ChartLegend } from '../../chart/ChartLegend.tsx';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { useHighlight } from '../../chart/useHighlight.ts';
import { useSeriesVisibility } from '../../chart/useSeriesVisibility.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { BarChartInteraction } from './BarChartInteraction.tsx';
import type { BarChartOptions } from './BarChartOptions.ts';
import { BarChartPicture } from './BarChartPicture.tsx';
import { barChartRows, barChartSentence } from './barChartWords.ts';
import { useBarChart } from './useBarChart.ts';

/**
 * Props of {@link BarChartView}.
 *
 * @public
 */
export interface BarChartViewProps extends FrameViewProps {
  readonly options?: BarChartOptions | undefined;
}

const DEFAULTS: BarChartOptions = {};

/**
 * Shows values by category as bars, for hosts that have data of their own.
 *
 * @public
 */
export function BarChartView(props: BarChartViewProps): ReactElement {
  const { options = DEFAULTS, title, field } = props;
  const svg = useRef<SVGSVGElement>(null);
  const highlight = useHighlight(svg);
  const whole = useBarChart(props, options);
  const keys = useMemo(() => whole.items.map(({ key }) => key), [whole.items]);
  const { hiddenKeys, isolate, toggle } = useSeriesVisibility(keys);
  const shown = useBarChart(props, options, hiddenKeys);
  const { model, placed, legend } = shown;
  const sentence = barChartSentence(model);
  return (
    <MarkFigure
      width={shown.width}
      height={shown.height}
      title={title}
      sentence={sentence}
      svg={svg}
      picture={<BarChartPicture model={model} placed={placed} options={options} field={field} />}
      pictureWidth={shown.plotWidth}
      pictureHeight={shown.plotHeight}
      interaction={<BarChartInteraction {...props} label={`${title}: ${sentence}`} drawing={shown} />}
      note={shown.note}
      placement={legend.placement}
      legend={
        legend.placement === 'none' ? null : (
          <ChartLegend
            items={whole.items}
            layout={legend}
            hiddenKeys={hiddenKeys}
            onIsolate={isolate}
            onToggle={toggle}
            onHighlight={highlight}
          />
        )
      }
      table={<HiddenTable caption={title} {...barChartRows(model)} />}
    />
  );
}
