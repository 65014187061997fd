import type { Labels } from '@glasspane/promql';
import { mergeTargetLabels, withoutEmptyValues } from './mergeTargetLabels.ts';
import { relabel } from './relabel.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';

/** A series as the store gets it. */
export interface LabelledSeries {
  readonly labels: Labels;
  /** The same for the same labels. */
  readonly key: string;
}

const DROPPED = Symbol('dropped');

/** Labels the series of one target: with the target's labels, relabeled. Remembers the outcome for each object it gets. */
export class SeriesLabeller {
  readonly #target: ScrapeTarget;
  readonly #known = new WeakMap<Labels, LabelledSeries | typeof DROPPED>();

  constructor(target: ScrapeTarget) {
    this.#target = target;
  }

  /**
   * Returns the series, or `undefined` where relabeling drops it.
   *
   * @throws Error When relabeling takes the metric's name away.
   */
  label(exposed: Labels): LabelledSeries | undefined {
    let series = this.#known.get(exposed);
    if (series === undefined) {
      series = this.#work(exposed) ?? DROPPED;
      this.#known.set(exposed, series);
    }
    return series === DROPPED ? undefined : series;
  }

  #work(exposed: Labels): LabelledSeries | undefined {
    const { labels: targetLabels, honorLabels, metricRelabelRules } = this.#target;
    const merged = mergeTargetLabels(exposed, targetLabels, honorLabels);
    const relabeled = relabel(merged, metricRelabelRules);
    if (relabeled === undefined) return undefined;
    const labels = withoutEmptyValues(relabeled);
    if (!Object.hasOwn(labels, '__name__')) {
      throw new Error(
        `metric_relabel_configs take the name from metric ${merged.__name__}; drop it with action "drop" instead.`,
      );
    }
    return { labels, key: JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) };
  }
}
