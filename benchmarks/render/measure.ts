import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from 'playwright';
import { median } from '../promql/statistics.ts';
import { countDropped, goLive, LIVE_SECONDS, MOVES, mount, prepareNext, refresh, sweep } from './actions.ts';
import { checkPicture } from './checkPicture.ts';
import { type OpenPage, openPage, type PageSource, settle } from './openPage.ts';
import type { Scenario } from './page/scenarios.ts';
import { timeToPresentation } from './presentation.ts';

/** What one page of a contestant came to. */
export interface Measurement {
  /** Milliseconds: until the frame is presented, of the main thread a second, or of it a move; infinite: gave up. */
  readonly ms: number;
  /** Frames that did not come in time, while charts are live. */
  readonly dropped?: number | undefined;
}

/** A page may take so long. */
const LIMIT_MS = 120_000;
const WARM_UP_MOVES = 30;
const WARM_UP_REFRESHES = 3;
const REFRESHES = 5;

/** Runs a scenario once, on a fresh page. */
export async function measure(source: PageSource, contestant: string, scenario: Scenario): Promise<Measurement> {
  const opened = await openPage(source, contestant, scenario);
  const measuring = measureOn(source, opened, scenario);
  const giveUp = new AbortController();
  try {
    const tooLong = setTimeout(LIMIT_MS, { ms: Number.POSITIVE_INFINITY }, { signal: giveUp.signal });
    const measurement = await Promise.race([measuring, tooLong]);
    giveUp.abort();
    await tooLong.catch(() => undefined);
    if (Number.isFinite(measurement.ms)) await checkPicture(opened.page, scenario);
    return measurement;
  } catch (error) {
    throw new Error(`${contestant} in ${scenario.name}: ${String(error)}`, { cause: error });
  } finally {
    giveUp.abort();
    await opened.close();
    // Given up, it fails as soon as its page is closed.
    await measuring.catch(() => undefined);
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

async function measureMount({ browser }: PageSource, opened: OpenPage): Promise<Measurement> {
  return { ms: await timeToPresentation({ browser, page: opened.page }, () => mount(opened)) };
}

async function measureRefresh({ browser }: PageSource, opened: OpenPage): Promise<Measurement> {
  await mount(opened);
  for (let count = 0; count < WARM_UP_REFRESHES; count += 1) {
    await prepareNext(opened);
    await refresh(opened);
  }
  const times: number[] = [];
  for (let count = 0; count < REFRESHES; count += 1) {
    await prepareNext(opened);
    times.push(await timeToPresentation({ browser, page: opened.page }, () => refresh(opened)));
  }
  return { ms: median(times) };
}

// Twice: a page that watches its frames has more to do.
async function measureLive(opened: OpenPage): Promise<Measurement> {
  await mount(opened);
  const taskMs = await taskTime(opened.cdp, () => goLive(opened));
  return { ms: taskMs / LIVE_SECONDS, dropped: await countDropped(opened) };
}

async function measureHover(opened: OpenPage, scenario: Scenario): Promise<Measurement> {
  await mount(opened);
  await sweep(opened, scenario, WARM_UP_MOVES);
  const before = await opened.page.screenshot();
  const taskMs = await taskTime(opened.cdp, () => sweep(opened, scenario, MOVES));
  await settle(opened.page);
  if (before.equals(await opened.page.screenshot())) throw new Error('Nothing followed the pointer.');
  return { ms: taskMs / MOVES };
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
