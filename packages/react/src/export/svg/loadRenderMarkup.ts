import { createElement } from 'react';
import type { RenderMarkup } from './drawWidget.tsx';

/** Loads what makes markup of elements. */
export async function loadRenderMarkup(): Promise<RenderMarkup> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  // Only inside of an <svg> does React take `clipPath` for what it is; the one around the parts comes later.
  return (element, identifierPrefix) =>
    renderToStaticMarkup(createElement('svg', undefined, element), { identifierPrefix }).slice(
      '<svg>'.length,
      -'</svg>'.length,
    );
}
