import { type ReactElement, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useIsomorphicLayoutEffect } from '../../provider/useIsomorphicLayoutEffect.ts';
import type { PlotModel } from '../PlotModel.ts';
import { CanvasMarks } from './CanvasMarks.ts';
import { MARGIN } from './MarkScene.ts';
import { colorStyle } from './readColors.ts';
import { usePixelRatio } from './usePixelRatio.ts';

/** What moves marks without a render. */
export interface MarksHandle {
  /** Lets one series stand out from the others; no key ends it. */
  readonly highlight: (key: string | undefined) => void;
}

interface MarkCanvasProps {
  readonly model: PlotModel;
  readonly handle: Ref<MarksHandle>;
}

/** The marks of a chart as a picture. They are drawn when the plot changes, and not by React. */
export function MarkCanvas({ model, handle }: MarkCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [marks] = useState(() => new CanvasMarks());
  const ratio = usePixelRatio();
  const colors = paletteKey(model);
  const palette = useMemo(() => colors.split('|'), [colors]);
  const { left, top, width, height } = model.rect;
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, height + 2 * MARGIN];
  useImperativeHandle(handle, () => marks, [marks]);
  useIsomorphicLayoutEffect(
    () => (canvas.current === null ? undefined : marks.attach(canvas.current, palette)),
    [marks, palette],
  );
  useIsomorphicLayoutEffect(() => marks.draw(model, ratio), [marks, palette, model, ratio]);
  return (
    <canvas
      // The browser lets colours pass over into others, so that those of a canvas must be the ones it began with.
      key={colors}
      ref={canvas}
      className="gp-mark-canvas"
      width={Math.round(outerWidth * ratio)}
      height={Math.round(outerHeight * ratio)}
      style={{
        left: left - MARGIN,
        top: top - MARGIN,
        width: outerWidth,
        height: outerHeight,
        textShadow: colorStyle(palette),
      }}
    />
  );
}

function paletteKey({ series }: PlotModel): string {
  return [...new Set(series.map(({ color }) => color))].join('|');
}
