import type { ReactElement } from 'react';
import { noteHeight } from '../../chart/categories/MarkFigure.tsx';
import { SvgLegend } from '../../chart/SvgLegend.tsx';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { HistogramOptions } from './HistogramOptions.ts';
import { HistogramPicture } from './HistogramPicture.tsx';
import { useHistogram } from './useHistogram.ts';

/** How often values occur, as a picture. */
export function HistogramSvg(props: WidgetSvgProps<HistogramOptions>): ReactElement {
  const { plot, items, legend, note, width, height } = useHistogram(useFrameViewProps(props), props.options);
  const isRight = legend.placement === 'right';
  const hasNote = note !== undefined && noteHeight(note, height) > 0;
  return (
    <>
      <HistogramPicture plot={plot} />
      {hasNote ? <SvgNote y={plot.height} width={plot.width} text={note} /> : null}
      {legend.placement === 'none' ? null : (
        <SvgLegend
          items={items}
          layout={legend}
          x={isRight ? plot.width + 8 : 0}
          y={isRight ? 0 : plot.height + (hasNote ? NOTE_HEIGHT : 0) + 4}
          width={isRight ? legend.size - 8 : width}
          height={isRight ? height : legend.size - 4}
        />
      )}
    </>
  );
}
