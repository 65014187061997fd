import * as z from 'zod/mini';
import { parseWith } from '../document/parseWith.ts';
import { type Report, semanticCheck } from '../document/semanticChecks.ts';
import type { AlertRule } from './AlertRule.ts';

const namesToTexts = z.record(z.string(), z.string());

/** The form of an {@link AlertRule}. */
export const alertRuleSchema: z.ZodMiniType<AlertRule> = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  expr: z.string().check(z.minLength(1)),
  forMs: z.optional(z.number().check(z.minimum(0))),
  keepFiringForMs: z.optional(z.number().check(z.minimum(0))),
  severity: z.enum(['critical', 'warning', 'info']),
  labels: z.optional(namesToTexts.check(semanticCheck(checkLabelNames))),
  annotations: z.optional(namesToTexts),
  channels: z.optional(z.array(z.string().check(z.minLength(1)))),
  isPaused: z.optional(z.boolean()),
});

function checkLabelNames(labels: Readonly<Record<string, string>>, report: Report): void {
  for (const name of Object.keys(labels)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) report([name], 'is no label name; use letters, digits and _, and no digit first');
    else if (name === 'alertname' || name === '__name__') report([name], "is set by the rule's name");
  }
}

/**
 * Returns an alert rule from a parsed JSON document.
 *
 * @throws {@link InvalidDocumentError} When it is none.
 * @public
 */
export function parseAlertRule(input: unknown): AlertRule {
  return parseWith(alertRuleSchema, 'alert rule', input);
}
