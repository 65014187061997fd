import { GlasspaneError, type QueryResult } from '@glasspane/core';
import type { RuleSample } from '@glasspane/core/alerting';

/**
 * Returns the result of a rule's expression at one moment as series.
 *
 * @throws {@link GlasspaneError} `bad_query` when it is a text or a range.
 */
export function toRuleSamples({ frame }: QueryResult): readonly RuleSample[] {
  return frame.fields.flatMap((field) => {
    if (field.kind === 'time') return [];
    const [value] = field.kind === 'number' ? field.values : [];
    if (field.kind !== 'number' || frame.length > 1) {
      throw new GlasspaneError('bad_query', 'rule result is not a vector or scalar; let the expression give one');
    }
    return value === undefined || field.gaps?.[0] === 1 ? [] : [{ labels: field.labels, value }];
  });
}
