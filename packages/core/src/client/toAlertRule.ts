import type { AlertCondition } from '../alerting/AlertCondition.ts';
import type { AlertRule } from '../alerting/AlertRule.ts';
import { conditionToExpr } from '../alerting/conditionToExpr.ts';
import { parseAlertRule } from '../alerting/parseAlertRule.ts';
import { parseCondition } from '../alerting/parseCondition.ts';
import type { NewAlertRule } from '../backend/RuleSource.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { checkMetricName } from './checkMetricName.ts';
import type { NewRule, RuleChanges } from './NewRule.ts';
import { slugOf } from './slug.ts';
import { toDurationMs } from './toTimeRange.ts';

const OPERATOR_WORDS: Readonly<Record<AlertCondition['operator'], string>> = {
  '>': 'above',
  '>=': 'at_least',
  '<': 'below',
  '<=': 'at_most',
  '==': 'equal',
  '!=': 'not_equal',
};

/**
 * Returns the rule that a program wrote down.
 *
 * @throws {@link GlasspaneError} `bad_query` when the condition is no PromQL; `invalid` for everything else.
 */
export function toNewAlertRule(rule: NewRule): NewAlertRule {
  const expr = exprOf(rule);
  if (expr === undefined) {
    throw invalid('An alert rule needs a "condition" such as "error_rate > 0.05", or a "metric" and a "threshold".');
  }
  const { id, name = nameOf(rule) } = rule;
  const parsed = parseAlertRule({ severity: 'warning', ...fieldsOf(rule), id: id ?? 'new', name, expr });
  return { ...parsed, id };
}

/** Returns the rule with the changes that a program wrote down. @throws as {@link toNewAlertRule} */
export function changeAlertRule(rule: AlertRule, changes: RuleChanges): AlertRule {
  const expr = exprOf(changes) ?? rule.expr;
  return parseAlertRule({ ...rule, ...fieldsOf(changes), id: rule.id, expr });
}

/** The fields of an {@link AlertRule} that are given; what is left out is no field. */
function fieldsOf(rule: NewRule): object {
  const { condition, metric, matchers, over, aggregate, operator, threshold, duration, keepFiringFor, ...fields } =
    rule;
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(duration === undefined ? {} : { forMs: toDurationMs(duration, 'duration') }),
    ...(keepFiringFor === undefined ? {} : { keepFiringForMs: toDurationMs(keepFiringFor, 'keepFiringFor') }),
  };
}

function exprOf({
  condition,
  metric,
  threshold,
  operator = '>',
  matchers,
  over,
  aggregate,
}: NewRule): string | undefined {
  const isShort = metric !== undefined || threshold !== undefined;
  if (condition !== undefined) {
    if (isShort) throw invalid('An alert rule has either a "condition", or a "metric" and a "threshold"; not both.');
    if (typeof condition !== 'string') throw invalid('"condition" must be a text such as "error_rate > 0.05".');
    parseCondition(condition);
    return condition;
  }
  if (!isShort) return undefined;
  checkMetricName(metric);
  if (!Object.hasOwn(OPERATOR_WORDS, operator)) {
    const known = Object.keys(OPERATOR_WORDS).join(', ');
    throw invalid(`"operator" must be one of ${known}; found ${JSON.stringify(operator)}.`);
  }
  if (typeof threshold !== 'number' || !Number.isFinite(threshold)) {
    throw invalid(`"threshold" must be a finite number that ${metric} is compared with.`);
  }
  return conditionToExpr({ metric, matchers, over, aggregate, operator, threshold });
}

/** A rule in its short form needs no name: `queue_length_above_100`. */
function nameOf({ metric, operator = '>', threshold }: NewRule): string | undefined {
  if (metric === undefined) return undefined;
  return slugOf(`${metric} ${OPERATOR_WORDS[operator]} ${threshold}`, metric).replaceAll('-', '_');
}

function invalid(message: string): GlasspaneError {
  return new GlasspaneError('invalid', message);
}
