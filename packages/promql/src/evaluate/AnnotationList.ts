import type { Positioned } from '../syntax/ast.ts';
import { formatPosition } from '../syntax/PromqlSyntaxError.ts';
import { formatG } from './formatG.ts';
import type { Annotation } from './options.ts';

/** The buckets of histograms that had to be changed so that each holds the one before it. */
export interface Repair {
  readonly fromMs: number;
  readonly toMs: number;
  readonly minBound: number;
  readonly maxBound: number;
  readonly maxDifference: number;
  /** How many histograms, each at each step. */
  readonly count: number;
}

interface Entry {
  readonly severity: Annotation['severity'];
  readonly text: string;
  readonly place: Positioned;
  readonly repair?: Repair | undefined;
}

/** Returns the repairs taken together. */
function joinRepairs(a: Repair, b: Repair): Repair {
  return {
    fromMs: Math.min(a.fromMs, b.fromMs),
    toMs: Math.max(a.toMs, b.toMs),
    minBound: Math.min(a.minBound, b.minBound),
    maxBound: Math.max(a.maxBound, b.maxBound),
    maxDifference: Math.max(a.maxDifference, b.maxDifference),
    count: a.count + b.count,
  };
}

const formatTime = (timeMs: number): string => new Date(timeMs).toISOString().replace(/\.\d+/, '');

function describeRepair({ fromMs, toMs, minBound, maxBound, maxDifference, count }: Repair): string {
  const buckets = `from buckets ${formatG(minBound)} to ${formatG(maxBound)}`;
  const times = `from ${formatTime(fromMs)} to ${formatTime(toMs)}`;
  return `, ${buckets}, with a max diff of ${formatG(maxDifference, 2)}, over ${count} samples ${times}`;
}

/** The remarks about a query. Each text is kept once, with the place of which it was said last, as in Prometheus. */
export class AnnotationList {
  readonly #query: string;
  readonly #entries = new Map<string, Entry>();

  /** @param query - The text that places are offsets into; empty where there is none. */
  constructor(query: string) {
    this.#query = query;
  }

  add(severity: Annotation['severity'], text: string, place: Positioned): void {
    this.#entries.set(text, { severity, text, place });
  }

  /** Adds a remark of histograms; what several of them say of the same metric becomes one, at the first place. */
  addRepair(text: string, place: Positioned, repair: Repair): void {
    const known = this.#entries.get(text);
    const all = known?.repair === undefined ? repair : joinRepairs(known.repair, repair);
    this.#entries.set(text, { severity: 'info', text, place: known?.place ?? place, repair: all });
  }

  get annotations(): readonly Annotation[] {
    return [...this.#entries.values()].map(({ severity, text, place, repair }) => {
      const details = repair === undefined ? '' : describeRepair(repair);
      const at = this.#query === '' ? '' : ` (${formatPosition(this.#query, place.start)})`;
      return { severity, message: `PromQL ${severity}: ${text}${details}${at}` };
    });
  }
}
