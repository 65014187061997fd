import { useState, useSyncExternalStore } from 'react';
import { useIsServerRendered } from '../../provider/useIsServerRendered.ts';
import type { PlotModel } from '../PlotModel.ts';
import { hasManyVertices } from './markCounts.ts';

/**
 * Returns whether the marks of a plot are painted onto a canvas: where there are many, but not by a server, nor while it
 * takes over what a server made, nor on paper, nor in colours that the system forces on a page.
 */
export function useIsPainted(model: PlotModel): boolean {
  const isServerRendered = useIsServerRendered();
  const [shapes] = useState(watchShapes);
  const prefersShapes = useSyncExternalStore(shapes.follow, shapes.read, always);
  return !isServerRendered && !prefersShapes && hasManyVertices(model);
}

const SHAPES = '(forced-colors: active), print';
const always = (): boolean => true;

interface ShapesWatch {
  readonly follow: (onChange: () => void) => () => void;
  readonly read: () => boolean;
}

/** Watches whether shapes are wanted, or all that there is. */
function watchShapes(): ShapesWatch {
  if (typeof CanvasRenderingContext2D === 'undefined') return { follow: () => () => {}, read: always };
  // To ask anew at every render would take longer than to render.
  const query = matchMedia(SHAPES);
  return {
    follow: (onChange) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    read: () => query.matches,
  };
}
