import type { ReactElement } from 'react';
import { SvgLegend } from '../../chart/SvgLegend.tsx';
import { SvgNote } from '../../drawing/SvgNote.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { PieOptions } from './PieOptions.ts';
import { PiePicture } from './PiePicture.tsx';
import { usePie } from './usePie.ts';

/** Parts of a whole, as a picture. */
export function PieSvg(props: WidgetSvgProps<PieOptions>): ReactElement {
  const { options, widget } = props;
  const { model, layout, items, width, height, plotWidth, plotHeight } = usePie(useFrameViewProps(props), options);
  const { legend } = layout;
  const isRight = legend.placement === 'right';
  return (
    <>
      <PiePicture model={model} layout={layout} options={options} field={widget.field} width={plotWidth} />
      {legend.placement === 'none' ? null : (
        <SvgLegend
          items={items}
          layout={legend}
          x={isRight ? plotWidth + 8 : 0}
          y={isRight ? 0 : plotHeight + 4}
          width={isRight ? legend.size - 8 : width}
          height={isRight ? plotHeight : legend.size - 4}
        />
      )}
      {model.note === undefined || height <= 60 ? null : <SvgNote y={height - 18} width={width} text={model.note} />}
    </>
  );
}
