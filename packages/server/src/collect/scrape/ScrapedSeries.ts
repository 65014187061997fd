import type { Labels } from '@glasspane/promql';
import type { StoredSample } from '../../store/SampleStore.ts';
import type { ExposedSample } from '../exposition/Exposition.ts';
import { mergeTargetLabels, withoutEmptyValues } from './mergeTargetLabels.ts';
import { relabel } from './relabel.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';

/** A series that a scrape gave. */
export interface ScrapedSeries {
  readonly labels: Labels;
  /** False where the target itself says the time of its samples: then it also says when they end. */
  readonly endsWhenGone: boolean;
}

/** What one scrape gives to the store. */
export interface ScrapedSamples {
  readonly samples: readonly StoredSample[];
  /** The series by an identity of their labels. */
  readonly series: ReadonlyMap<string, ScrapedSeries>;
  /** How many samples relabeling left, those included that another sample of the same scrape stands for. */
  readonly kept: number;
}

/**
 * Labels the samples of a scrape as its target says.
 *
 * @throws Error When relabeling leaves a sample without a metric name.
 */
export function toScrapedSamples(
  exposed: readonly ExposedSample[],
  target: ScrapeTarget,
  timeMs: number,
): ScrapedSamples {
  const samples: StoredSample[] = [];
  const series = new Map<string, ScrapedSeries>();
  let kept = 0;
  for (const sample of exposed) {
    const labels = labelsOf(sample, target);
    if (labels === undefined) continue;
    kept += 1;
    const hasOwnTime = target.honorTimestamps && sample.timeMs !== undefined;
    const key = seriesKey(labels);
    // One time has one value: the first, as in Prometheus.
    if (!hasOwnTime && series.has(key)) continue;
    series.set(key, { labels, endsWhenGone: !hasOwnTime });
    samples.push({ labels, value: sample.value, timeMs: hasOwnTime ? (sample.timeMs ?? timeMs) : timeMs });
  }
  return { samples, series, kept };
}

function labelsOf(sample: ExposedSample, target: ScrapeTarget): Labels | undefined {
  const merged = mergeTargetLabels(sample.labels, target.labels, target.honorLabels);
  if (target.metricRelabelRules.length === 0) return merged;
  const relabeled = relabel(merged, target.metricRelabelRules);
  if (relabeled === undefined) return undefined;
  const labels = withoutEmptyValues(relabeled);
  if (!Object.hasOwn(labels, '__name__')) {
    throw new Error(
      `metric_relabel_configs take the name from metric ${merged.__name__}; drop it with action "drop" instead.`,
    );
  }
  return labels;
}

function seriesKey(labels: Labels): string {
  const names = Object.keys(labels).sort();
  return JSON.stringify(names.map((name) => [name, labels[name]]));
}
