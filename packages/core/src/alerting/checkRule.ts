import { parseCondition } from './parseCondition.ts';
import type { Rule } from './Rule.ts';
import { parseTemplate } from './template/parseTemplate.ts';

/**
 * One thing that keeps a rule from being evaluated.
 *
 * @public
 */
export interface RuleIssue {
  /** The field of the rule: `expr`, `labels`, `annotations`. */
  readonly field: 'expr' | 'labels' | 'annotations';
  /** The label or annotation whose template is wrong. */
  readonly name?: string | undefined;
  readonly message: string;
}

/**
 * Returns what is wrong with the expression and the templates of a rule.
 *
 * @public
 */
export function checkRule(rule: Rule): readonly RuleIssue[] {
  const issues: RuleIssue[] = [];
  const collect = (field: RuleIssue['field'], name: string | undefined, check: () => void): void => {
    try {
      check();
    } catch (error) {
      issues.push({ field, name, message: error instanceof Error ? error.message : String(error) });
    }
  };
  collect('expr', undefined, () => void parseCondition(rule.expr));
  if (rule.type === 'recording') return issues;
  for (const field of ['labels', 'annotations'] as const) {
    for (const [name, template] of Object.entries(rule[field]))
      collect(field, name, () => void parseTemplate(template));
  }
  return issues;
}
