import type { Page } from 'playwright';

/** How two pictures differ. */
export interface ImageDifference {
  /** How many pixels are not the same, of all. */
  readonly differing: number;
  readonly total: number;
  /** What differs, in red over the paler picture, as PNG. */
  readonly picture: Buffer;
}

/** A channel may differ by so much, of 255: text is smoothed a little differently on another machine. */
const CHANNEL_TOLERANCE = 32;

/** At most this share of the pixels may differ more than that. */
export const SHARE_TOLERANCE = 0.001;

/** Of what a server rendered: lines of paths are smoothed otherwise than the same lines of pixels. */
export const SERVER_TOLERANCE = 0.01;

/** Compares two pictures, pixel by pixel, in a page of the browser, which reads PNG. */
export async function compareImages(page: Page, actual: Buffer, expected: Buffer): Promise<ImageDifference> {
  const [one, other] = [actual.toString('base64'), expected.toString('base64')];
  const result = await page.evaluate(diffInPage, { one, other, tolerance: CHANNEL_TOLERANCE });
  return { ...result, picture: Buffer.from(result.picture, 'base64') };
}

interface DiffInput {
  readonly one: string;
  readonly other: string;
  readonly tolerance: number;
}

async function diffInPage({ one, other, tolerance }: DiffInput) {
  const read = async (png: string): Promise<ImageBitmap> => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    return await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  };
  const [a, b] = [await read(one), await read(other)];
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const pixelsOf = (image: ImageBitmap): ImageData => {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('The browser has no canvas.');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
  const [first, second] = [pixelsOf(a).data, pixelsOf(b).data];
  const diff = new ImageData(width, height);
  let differing = 0;
  for (let place = 0; place < first.length; place += 4) {
    const isSame = [0, 1, 2, 3].every(
      (part) => Math.abs((first[place + part] ?? 0) - (second[place + part] ?? 0)) <= tolerance,
    );
    differing += isSame ? 0 : 1;
    diff.data.set(isSame ? [0, 1, 2].map((part) => 200 + (second[place + part] ?? 0) / 5) : [220, 0, 0], place);
    diff.data[place + 3] = 255;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(diff, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { differing, total: width * height, picture: btoa(text) };
}
