import type { Page } from 'playwright';
import type { Scenario } from './page/scenarios.ts';

/** Each chart is cut into so many pieces from left to right; each must show lines. */
const PIECES = 4;

/**
 * Looks whether every chart of the scenario shows coloured lines over the whole of its width.
 *
 * @throws Error When one of them does not.
 */
export async function checkPicture(page: Page, scenario: Scenario): Promise<void> {
  const boxes = await page.evaluate(() => bench.boxes());
  if (boxes.length !== scenario.charts) throw new Error(`There are ${boxes.length} charts of ${scenario.charts}.`);
  const rectangles = boxes.flatMap(({ x, y, width, height }) =>
    Array.from({ length: PIECES }, (_, piece) => ({
      x: x + width * (0.15 + (0.8 * piece) / PIECES),
      y: y + height * 0.04,
      width: (width * 0.8) / PIECES,
      height: height * 0.8,
    })),
  );
  const picture = (await page.screenshot()).toString('base64');
  const blank = await page.evaluate(countBlank, { picture, rectangles });
  if (blank > 0) throw new Error(`${blank} of ${rectangles.length} pieces of the charts are blank.`);
}

interface Looked {
  readonly picture: string;
  readonly rectangles: readonly DOMRectInit[];
}

async function countBlank({ picture, rectangles }: Looked): Promise<number> {
  const blob = await (await fetch(`data:image/png;base64,${picture}`)).blob();
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  if (context === null) return rectangles.length;
  context.drawImage(bitmap, 0, 0);
  const ratio = devicePixelRatio;
  const isBlank = ({ x = 0, y = 0, width = 0, height = 0 }: DOMRectInit): boolean => {
    const { data } = context.getImageData(x * ratio, y * ratio, width * ratio, height * ratio);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1;
    }
    return coloured < width;
  };
  return rectangles.filter(isBlank).length;
}
