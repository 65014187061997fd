import { GlasspaneError } from '@glasspane/core';
import type { PictureSize } from '../ExportPlatform.ts';

/** Browsers give no picture, and no error, beyond this many pixels. */
const MAX_PIXELS = 120_000_000;
const MAX_SIDE = 16_000;

/** Draws a picture on a canvas and returns it as a PNG file. One that is too large is made a little coarser. */
export async function rasterizeSvg(svg: string, { width, height, scale }: PictureSize): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loadImage(url);
    const fit = Math.min(scale, MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_PIXELS / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * fit);
    canvas.height = Math.round(height * fit);
    const context = canvas.getContext('2d');
    if (context === null) throw noPicture('It offers no canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw noPicture('The picture may be too large: export fewer widgets, or as SVG.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch (error) {
    throw noPicture('It cannot read the drawing.', error);
  }
  return image;
}

function noPicture(why: string, cause?: unknown): GlasspaneError {
  return new GlasspaneError('internal', `The browser could not make the picture. ${why}`, { cause });
}
