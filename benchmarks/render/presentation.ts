import type { Browser, Page } from 'playwright';

/** An event of a Chrome trace, as far as it is read here. */
interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
}

const BEGIN = 'bench:begin';
const DISPLAYED = 'Display::FrameDisplayed';

/** What is traced: little, because tracing takes time as well. */
const CATEGORIES = ['blink.user_timing', 'disabled-by-default-display.framedisplayed'];

/** Runs some work of a page, and returns what was traced meanwhile. */
export async function trace(
  { browser, page }: { readonly browser: Browser; readonly page: Page },
  categories: readonly string[],
  work: () => Promise<void>,
): Promise<Buffer> {
  await browser.startTracing(page, { screenshots: false, categories: [...categories] });
  try {
    await work();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  return browser.stopTracing();
}

/**
 * Returns the milliseconds from the mark of the page until the last frame after it was on the screen.
 *
 * @param work - Ends with `settle`, whose frame does not count.
 * @throws Error When no frame came.
 */
export async function timeToPresentation(
  target: { readonly browser: Browser; readonly page: Page },
  work: () => Promise<void>,
): Promise<number> {
  const events = readEvents(await trace(target, CATEGORIES, work));
  const begin = events.findLast(({ name }) => name === BEGIN)?.ts ?? Number.NaN;
  const displayed = events.filter(({ name, ts }) => name === DISPLAYED && ts > begin).map(({ ts }) => ts);
  const last = displayed.sort((a, b) => a - b).at(-2);
  if (last === undefined) throw new Error('No frame was presented.');
  return (last - begin) / 1000;
}

function readEvents(buffer: Buffer): readonly TraceEvent[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(buffer.toString());
  return traceEvents;
}
