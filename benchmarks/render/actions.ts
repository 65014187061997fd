import { type OpenPage, settle } from './openPage.ts';
import type { Scenario } from './page/scenarios.ts';

/** For so many points charts are live, one each so many milliseconds: five seconds. */
const LIVE = [50, 100] as const;

/** How long charts are live. */
export const LIVE_SECONDS = (LIVE[0] * LIVE[1]) / 1000;

/** How often the pointer moves. */
export const MOVES = 300;

/** Draws the charts, and waits until they are on the screen. */
export async function mount({ page }: OpenPage): Promise<void> {
  await page.evaluate(() => bench.mount());
  await settle(page);
}

/** Makes new data for the charts, and leaves no garbage of it. */
export async function prepareNext({ page, cdp }: OpenPage): Promise<void> {
  await page.evaluate(() => bench.prepareNext());
  await cdp.send('HeapProfiler.collectGarbage');
}

/** Shows the new data, and waits until they are on the screen. */
export async function refresh({ page }: OpenPage): Promise<void> {
  await page.evaluate(() => bench.refresh());
  await settle(page);
}

/** Gives each series a point ten times a second. */
export async function goLive({ page }: OpenPage): Promise<void> {
  await page.evaluate((given) => bench.goLive(...given), LIVE);
}

/** Does the same, and counts the frames that do not come. */
export async function countDropped({ page }: OpenPage): Promise<number> {
  return page.evaluate((given) => bench.countDropped(...given), LIVE);
}

/** Moves the pointer over the chart from left to right, as the browser hears of a mouse. */
export async function sweep({ cdp }: OpenPage, { width, height }: Scenario, moves: number): Promise<void> {
  for (let move = 0; move < moves; move += 1) {
    const share = move / moves;
    const x = width * (0.1 + 0.85 * share);
    const y = height * (0.45 + 0.3 * Math.sin(share * 20));
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }
}
