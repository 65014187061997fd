import type { CDPSession, Page } from 'playwright';
import { median } from '../promql/statistics.ts';
import { checkPicture } from './checkPicture.ts';
import { type OpenPage, openPage, type PageSource, settle } from './openPage.ts';
import type { Scenario } from './page/scenarios.ts';
import { timeToPresentation } from './presentation.ts';

/** What one page of a contestant came to. */
export interface Measurement {
  /** Milliseconds: until the frame is presented, of the main thread a second, or of it a move. */
  readonly ms: number;
  /** Frames that did not come in time, while charts are live. */
  readonly dropped?: number | undefined;
}

const LIVE_TICKS = 50;
const LIVE_INTERVAL_MS = 100;
const MOVES = 300;
const WARM_UP_MOVES = 30;
const WARM_UP_REFRESHES = 3;
const REFRESHES = 5;

/** Runs a scenario once, on a fresh page. */
export async function measure(source: PageSource, contestant: string, scenario: Scenario): Promise<Measurement> {
  const opened = await openPage(source, contestant, scenario);
  try {
    const measurement = await measureOn(source, opened, scenario);
    await checkPicture(opened.page, scenario);
    return measurement;
  } catch (error) {
    throw new Error(`${contestant} in ${scenario.name}: ${String(error)}`, { cause: error });
  } finally {
    await opened.close();
  }
}

function measureOn(source: PageSource, opened: OpenPage, scenario: Scenario): Promise<Measurement> {
  switch (scenario.measure) {
    case 'mount':
      return measureMount(source, opened);
    case 'refresh':
      return measureRefresh(source, opened);
    case 'live':
      return measureLive(opened);
    case 'hover':
      return measureHover(opened, scenario);
  }
}

async function measureMount({ browser }: PageSource, { page }: OpenPage): Promise<Measurement> {
  return { ms: await timeToPresentation({ browser, page }, () => mount(page)) };
}

async function measureRefresh({ browser }: PageSource, { page, cdp }: OpenPage): Promise<Measurement> {
  const prepareNext = async (): Promise<void> => {
    await page.evaluate(() => bench.prepareNext());
    await cdp.send('HeapProfiler.collectGarbage');
  };
  const refresh = async (): Promise<void> => {
    await page.evaluate(() => bench.refresh());
    await settle(page);
  };
  await mount(page);
  for (let count = 0; count < WARM_UP_REFRESHES; count += 1) {
    await prepareNext();
    await refresh();
  }
  const times: number[] = [];
  for (let count = 0; count < REFRESHES; count += 1) {
    await prepareNext();
    times.push(await timeToPresentation({ browser, page }, refresh));
  }
  return { ms: median(times) };
}

// Twice: a page that watches its frames has more to do.
async function measureLive({ page, cdp }: OpenPage): Promise<Measurement> {
  await mount(page);
  const times = [LIVE_TICKS, LIVE_INTERVAL_MS] as const;
  const taskMs = await taskTime(cdp, () => page.evaluate((given) => bench.goLive(...given), times));
  const dropped = await page.evaluate((given) => bench.countDropped(...given), times);
  return { ms: taskMs / ((LIVE_TICKS * LIVE_INTERVAL_MS) / 1000), dropped };
}

async function measureHover({ page, cdp }: OpenPage, { width, height }: Scenario): Promise<Measurement> {
  await mount(page);
  const move = (index: number): Promise<unknown> => {
    const share = (index % MOVES) / MOVES;
    const x = width * (0.1 + 0.85 * share);
    const y = height * (0.45 + 0.3 * Math.sin(share * 20));
    return cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  };
  for (let index = 0; index < WARM_UP_MOVES; index += 1) await move(index * 9);
  const before = await page.screenshot();
  const taskMs = await taskTime(cdp, async () => {
    for (let index = 0; index < MOVES; index += 1) await move(index);
  });
  await settle(page);
  if (before.equals(await page.screenshot())) throw new Error('Nothing followed the pointer.');
  return { ms: taskMs / MOVES };
}

async function mount(page: Page): Promise<void> {
  await page.evaluate(() => bench.mount());
  await settle(page);
}

/** Returns the milliseconds that the main thread was at work. */
async function taskTime(cdp: CDPSession, work: () => Promise<void>): Promise<number> {
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
  const before = await readTaskMs(cdp);
  await work();
  return (await readTaskMs(cdp)) - before;
}

async function readTaskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}
