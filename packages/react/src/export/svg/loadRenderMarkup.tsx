import type { RenderMarkup } from './drawWidget.tsx';

/** Loads what makes markup of elements. */
export async function loadRenderMarkup(): Promise<RenderMarkup> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  // Only inside of an <svg> does React take `clipPath` for what it is; the one around the parts comes later.
  return (element, identifierPrefix) =>
    renderToStaticMarkup(<svg>{element}</svg>, { identifierPrefix }).slice('<svg>'.length, -'</svg>'.length);
}
