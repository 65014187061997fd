import type { AlertRule } from './AlertRule.ts';
import type { AlertingRule } from './Rule.ts';

/**
 * Returns an editable rule as it is evaluated: its severity is the label `severity`, its description the annotation
 * `description`.
 *
 * @public
 */
export function toAlertingRule(rule: AlertRule): AlertingRule {
  return {
    type: 'alerting',
    name: rule.name,
    expr: rule.expr,
    forMs: rule.forMs ?? 0,
    keepFiringForMs: rule.keepFiringForMs ?? 0,
    labels: { ...rule.labels, severity: rule.severity },
    annotations: {
      ...(rule.description === undefined ? {} : { description: rule.description }),
      ...rule.annotations,
    },
  };
}
