import { type LoadTarget, loadSlice } from './loadSlice.ts';
import { planSlices, type SliceRequest } from './planSlices.ts';

/** What a {@link HeadExtender} works on. */
export interface HeadExtenderOptions extends LoadTarget {
  /** What the samples of the head may take. */
  readonly maxBytes: number;
  /** Returns from when on samples are worth keeping; milliseconds since the epoch. */
  readonly oldestMs: () => number;
}

const DAY_MS = 24 * 3_600_000;
// With its time to itself, a sample takes 16 bytes and sometimes one more to say whether it is a marker.
const [MIN_SAMPLE_BYTES, MAX_SAMPLE_BYTES] = [8, 17];
const SAMPLES_TO_JUDGE_BY = 1000;
/** The rest is for what comes in before the oldest samples have to go again. */
const SHARE_TO_FILL = 0.9;

/** Reads older samples back into the head, the newest first, beside everything else that the server does. */
export class HeadExtender {
  readonly #options: HeadExtenderOptions;
  #isStopped = false;
  #running: Promise<void> | undefined;
  /** What the newest samples that the head lacks were too many for. To count them again would be work for nothing. */
  #fruitless: SliceRequest | undefined;

  constructor(options: HeadExtenderOptions) {
    this.#options = options;
  }

  /**
   * Resolves once the head reaches back to the oldest sample or has no more room. What was loaded until a failure stays.
   *
   * @throws What the database throws.
   */
  extend(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Ends what runs, at the next opportunity. */
  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    const { database, head } = this.#options;
    for (;;) {
      const request = this.#nextRequest();
      if (request === undefined) return;
      const plan = await database.read((connection) => planSlices(connection, request));
      if (plan.slices.length === 0) {
        this.#fruitless = request;
        return;
      }
      for (const slice of plan.slices) {
        // Samples may have been dropped for want of room, or taken more than it seemed.
        if (this.#isStopped || head.startMs !== slice.beforeMs || this.#roomInBytes() <= 0) return;
        await head.extend(slice.fromMs, () => loadSlice(this.#options, slice, plan));
      }
    }
  }

  #nextRequest(): SliceRequest | undefined {
    const { catalog, head, oldestMs } = this.#options;
    const beforeMs = head.startMs;
    const firstMs = Math.max(Math.ceil(oldestMs()), catalog.firstMs());
    const { used } = head.memory();
    const own = head.sampleCount < SAMPLES_TO_JUDGE_BY ? MIN_SAMPLE_BYTES : used / head.sampleCount;
    const maxRows = Math.floor(this.#roomInBytes() / Math.min(Math.max(own, MIN_SAMPLE_BYTES), MAX_SAMPLE_BYTES));
    if (this.#isStopped || firstMs >= beforeMs || maxRows <= 0) return undefined;
    if (beforeMs === this.#fruitless?.beforeMs && maxRows <= this.#fruitless.maxRows) return undefined;
    return { fromMs: Math.max(firstMs, beforeMs - DAY_MS), beforeMs, maxRows };
  }

  #roomInBytes(): number {
    return this.#options.maxBytes * SHARE_TO_FILL - this.#options.head.memory().used;
  }
}
