import type { ReactElement } from 'react';
import { heightOf, type WidgetBox } from '../layout/gridBoxes.ts';
import { resolveColors } from '../resolveColors.ts';
import { type DrawContext, drawWidget } from './drawWidget.tsx';
import { FOOTER_HEIGHT, headHeight, PageFoot, PageHead } from './PageFrame.tsx';
import { toXmlText } from './toXmlText.ts';

const PADDING = 24;

/** A picture of a whole dashboard. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What the fonts of pictures are: those of the system that shows them. */
const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** Draws widgets below a head, on one sheet as long as it has to be. */
export async function drawPicture(
  boxes: readonly WidgetBox[],
  gridWidth: number,
  context: DrawContext,
  onDrawn: () => void,
): Promise<Picture> {
  const { scene } = context;
  const top = PADDING + headHeight(scene, gridWidth);
  const bodyHeight = Math.max(heightOf(boxes), 40);
  const width = gridWidth + PADDING * 2;
  const height = Math.ceil(top + bodyHeight + 8 + FOOTER_HEIGHT + PADDING / 2);
  const parts = [
    place([PADDING, PADDING], <PageHead scene={scene} width={gridWidth} />, context, 'h'),
    `<g transform="translate(${PADDING},${top})">${(await drawWidgets(boxes, context, onDrawn)).join('')}</g>`,
    place([PADDING, top + bodyHeight + 8], <PageFoot scene={scene} width={gridWidth} />, context, 'f'),
  ];
  return { svg: sheet({ width, height, fonts: FONTS, title: scene.title }, parts, context), width, height };
}

/** Draws widgets one after another, and lets others work in between. */
export async function drawWidgets(
  boxes: readonly WidgetBox[],
  context: DrawContext,
  onDrawn: () => void,
): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const [index, box] of boxes.entries()) {
    parts.push(await drawWidget(box, index, context));
    onDrawn();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return parts;
}

/** Returns the markup of an element at a place. */
export function place(
  [x, y]: readonly [number, number],
  element: ReactElement,
  context: DrawContext,
  id: string,
): string {
  return `<g transform="translate(${x},${y})">${context.render(element, `${context.prefix}${id}-`)}</g>`;
}

interface SheetOptions {
  readonly width: number;
  readonly height: number;
  readonly fonts: string;
  readonly title: string;
}

/** Returns an SVG document of its parts, its colours resolved. */
export function sheet(options: SheetOptions, parts: readonly string[], { scene, render }: DrawContext): string {
  const { width, height, fonts, title } = options;
  const head = render(
    <>
      <title>{title}</title>
      <rect width={width} height={height} fill={scene.paper} />
    </>,
    'sheet-',
  );
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}">`;
  return resolveColors(toXmlText(`${open}${head}${parts.join('')}</svg>`), scene.colors);
}
