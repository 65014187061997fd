import type { SampleSource } from '@glasspane/promql';
import { metricNameOf, parseExpr, printSelector, selectorsIn } from '@glasspane/promql/syntax';
import { playgroundLimits } from './askPlayground.ts';
import { sampleEndMs, sampleMetrics } from './sampleMetrics.ts';

const always = { startMs: Number.NEGATIVE_INFINITY, endMs: sampleEndMs };

/** Returns the values that a label has, a few of them. */
function valuesOf(series: readonly { readonly labels: Readonly<Record<string, string>> }[], label: string): string {
  const values = [...new Set(series.flatMap(({ labels }) => labels[label] ?? []))].filter(({ length }) => length < 60);
  return values.slice(0, 6).join(', ');
}

/** Says of each selector of a query that finds nothing why that is, and what there is instead. */
export async function explainEmpty(query: string, source: SampleSource): Promise<readonly string[]> {
  const reasons: string[] = [];
  for (const selector of selectorsIn(parseExpr(query))) {
    const found = await source.select({ matchers: selector.matchers, ...always });
    if (found.length > 0) continue;
    const text = printSelector(selector.matchers);
    const name = metricNameOf(selector);
    const isKnown = sampleMetrics.some((metric) => metric.name === name);
    if (name !== undefined && !isKnown) {
      reasons.push(`There is no metric ${name}: choose one from the list of sample metrics.`);
      continue;
    }
    const named = selector.matchers.filter((matcher) => matcher.name === '__name__');
    const ofMetric = await source.select({ matchers: named, ...always });
    const others = selector.matchers
      .filter((matcher) => matcher.name !== '__name__')
      .map(
        (matcher) =>
          `${matcher.name} is ${valuesOf(ofMetric.slice(0, playgroundLimits.maxSeries), matcher.name) || 'not a label of it'}`,
      );
    reasons.push(`No series match ${text}: ${others.join('; ')}.`);
  }
  if (reasons.length > 0) return reasons;
  return ['The selectors match series, but nothing is left of them here: look at comparisons, matching and times.'];
}
