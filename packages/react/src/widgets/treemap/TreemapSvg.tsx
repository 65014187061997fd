import type { ReactElement } from 'react';
import { SvgNote } from '../../drawing/SvgNote.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { TreemapOptions } from './TreemapOptions.ts';
import { TreemapPicture } from './TreemapPicture.tsx';
import { useTreemap } from './useTreemap.ts';

/** Values as areas within each other, as a picture. */
export function TreemapSvg(props: WidgetSvgProps<TreemapOptions>): ReactElement {
  const { options, widget } = props;
  const { model, layout, width, height, plotHeight } = useTreemap(useFrameViewProps(props), options);
  return (
    <>
      <TreemapPicture
        model={model}
        layout={layout}
        options={options}
        field={widget.field}
        width={width}
        height={plotHeight}
      />
      {model.note === undefined || height <= 60 ? null : <SvgNote y={plotHeight} width={width} text={model.note} />}
    </>
  );
}
