import type { Positioned } from '../syntax/ast.ts';
import { quoteString } from '../syntax/strings.ts';
import type { Evaluation } from './Evaluation.ts';
import { formatG } from './formatG.ts';
import type { LabelSet } from './LabelSet.ts';

/** Warns of quantiles that are not between 0 and 1. */
export function warnQuantiles(evaluation: Evaluation, quantiles: Iterable<number>, place: Positioned): void {
  for (const quantile of new Set(quantiles)) {
    if (quantile >= 0 && quantile <= 1) continue;
    evaluation.warn(`quantile value should be between 0 and 1, got ${formatG(quantile)}`, place);
  }
}

/** Warns of start times that cannot be right. */
export function warnOverlap(evaluation: Evaluation, labels: LabelSet, place: Positioned): void {
  const name = quoteString(labels.get('__name__'));
  evaluation.warn(`sample has start time that overlaps with previous sample timestamp for metric ${name}`, place);
}

/** Remarks on metrics that are taken for counters and not named like ones. */
export function remarkGauges(evaluation: Evaluation, names: ReadonlySet<string>, place: Positioned): void {
  for (const name of names) {
    if (name === '' || /_(?:total|sum|count|bucket)$/.test(name)) continue;
    const text = `metric might not be a counter, name does not end in _total/_sum/_count/_bucket: ${quoteString(name)}`;
    evaluation.annotate('info', text, place);
  }
}
