import type { Backend } from '@glasspane/core';
import { exprToCondition } from '@glasspane/core/alerting';
import type { ReactElement } from 'react';
import { Choices } from '../panels/Choices.tsx';
import { TextField } from '../panels/TextField.tsx';
import { exprOfDraft } from './checkRuleDraft.ts';
import { RulePreview } from './RulePreview.tsx';
import { toRuleDraft } from './ruleDraft.ts';
import { ShortConditionFields } from './ShortConditionFields.tsx';
import type { UseRuleFormResult } from './useRuleForm.ts';

/** Props of {@link ConditionFields}. */
export interface ConditionFieldsProps {
  readonly backend: Backend;
  readonly form: UseRuleFormResult;
}

const forms = [
  { value: 'short', text: 'Simple' },
  { value: 'promql', text: 'PromQL' },
] as const;

/** Takes the condition, in its short form or in PromQL, and how long it must hold; shows what it would do. */
export function ConditionFields({ backend, form }: ConditionFieldsProps): ReactElement {
  const { draft, faults, edit } = form;
  const { expr } = exprOfDraft(draft);
  const switchTo = (next: 'short' | 'promql'): void => {
    if (next === draft.form) return;
    // What was written is carried over where the other form can say it; else the other form is as it was left.
    if (next === 'promql') edit({ form: next, ...(expr === '' ? {} : { expr }) });
    else
      edit({ form: next, ...(exprToCondition(draft.expr) ? { short: toRuleDraft({ expr: draft.expr }).short } : {}) });
  };
  return (
    <>
      <Choices<'short' | 'promql'>
        label="Form of the condition"
        value={draft.form}
        choices={forms}
        onChange={switchTo}
      />
      {draft.form === 'short' ? (
        <ShortConditionFields
          backend={backend}
          draft={draft.short}
          faults={faults}
          onChange={(change) => edit({ short: { ...draft.short, ...change } })}
        />
      ) : (
        <TextField
          label="Condition"
          value={draft.expr}
          rows={3}
          isCode
          placeholder="sum by (service) (rate(errors_total[5m])) > 5"
          hint="PromQL: every series of its result is an alert."
          fault={faults.expr}
          onChange={(text) => edit({ expr: text })}
        />
      )}
      {draft.form === 'short' && expr !== '' && (
        <p className="gp-hint">
          As PromQL: <code className="gp-code">{expr}</code>
        </p>
      )}
      <div className="gp-form-row">
        <TextField
          label="For at least"
          value={draft.for}
          isOptional
          placeholder="5m"
          fault={faults.for}
          onChange={(text) => edit({ for: text })}
        />
        <TextField
          label="Keep firing for"
          value={draft.keepFiringFor}
          isOptional
          placeholder="10m"
          fault={faults.keepFiringFor}
          onChange={(text) => edit({ keepFiringFor: text })}
        />
      </div>
      <RulePreview backend={backend} expr={expr} forText={draft.for} />
    </>
  );
}
