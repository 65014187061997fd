import type { ReactElement } from 'react';
import { SvgLegend } from '../../chart/SvgLegend.tsx';
import { SvgNote } from '../../drawing/SvgNote.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import { BarChartPicture } from './BarChartPicture.tsx';
import { useBarChart } from './useBarChart.ts';

/** Values by category, as a picture. */
export function BarChartSvg(props: WidgetSvgProps<BarChartOptions>): ReactElement {
  const { options, widget } = props;
  const drawing = useBarChart(useFrameViewProps(props), options);
  const { model, placed, items, legend, width, height, plotWidth, plotHeight, note } = drawing;
  const isRight = legend.placement === 'right';
  return (
    <>
      <BarChartPicture model={model} placed={placed} options={options} field={widget.field} />
      {legend.placement === 'none' ? null : (
        <SvgLegend
          items={items}
          layout={legend}
          x={isRight ? plotWidth + 8 : 0}
          y={isRight ? 0 : height - legend.size + 4}
          width={isRight ? legend.size - 8 : width}
          height={isRight ? height : legend.size - 4}
        />
      )}
      {note === undefined || height <= 60 ? null : <SvgNote y={plotHeight} width={plotWidth} text={note} />}
    </>
  );
}
