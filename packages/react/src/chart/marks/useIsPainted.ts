import { useSyncExternalStore } from 'react';
import { useIsServerRendered } from '../../provider/useIsServerRendered.ts';
import type { PlotModel } from '../PlotModel.ts';
import { hasManyVertices } from './markCounts.ts';

/**
 * Returns whether the marks of a plot are painted onto a canvas: where there are many, but not by a server, nor while it
 * takes over what a server made, nor on paper, nor in colours that the system forces on a page.
 */
export function useIsPainted(model: PlotModel): boolean {
  const isServerRendered = useIsServerRendered();
  const prefersShapes = useSyncExternalStore(follow, read, () => true);
  return !isServerRendered && !prefersShapes && hasManyVertices(model);
}

const SHAPES = '(forced-colors: active), print';

function read(): boolean {
  return typeof CanvasRenderingContext2D === 'undefined' || matchMedia(SHAPES).matches;
}

function follow(onChange: () => void): () => void {
  if (typeof matchMedia === 'undefined') return () => {};
  const query = matchMedia(SHAPES);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
