import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { labelsKey } from '../frame/labelsKey.ts';
import type { RecordingRule, RuleSample } from './Rule.ts';

/**
 * Returns what a recording rule writes of what its expression gave.
 *
 * @throws {@link GlasspaneError} `bad_query` when two series get the same labels.
 * @public
 */
export function recordSamples(rule: RecordingRule, samples: readonly RuleSample[]): readonly RuleSample[] {
  const seen = new Set<string>();
  return samples.map(({ labels, value }) => {
    const merged = Object.entries({ ...labels, ...rule.labels, __name__: rule.name });
    const recorded = Object.fromEntries(merged.filter(([, text]) => text !== ''));
    const key = labelsKey(recorded);
    if (seen.has(key)) {
      throw new GlasspaneError(
        'bad_query',
        'vector contains metrics with the same labelset after applying rule labels; let the labels differ, or aggregate in the expression',
      );
    }
    seen.add(key);
    return { labels: recorded, value };
  });
}
