import type { AlertRule, AlertSeverity } from '@glasspane/core';
import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { Field } from '../panels/Field.tsx';
import { FormError } from '../panels/FormError.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { TextField } from '../panels/TextField.tsx';
import { ChannelFields } from './ChannelFields.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { DeleteRule } from './DeleteRule.tsx';
import { PairFields } from './PairFields.tsx';
import { type UseRuleFormOptions, type UseRuleFormResult, useRuleForm } from './useRuleForm.ts';

/** Props of {@link AlertRuleForm}. */
export interface AlertRuleFormProps extends UseRuleFormOptions {
  onSaved(rule: AlertRule): void;
  onDeleted(id: string): void;
  readonly onCancel?: (() => void) | undefined;
}

const severities: readonly (readonly [AlertSeverity, string])[] = [
  ['critical', 'Critical'],
  ['warning', 'Warning'],
  ['info', 'Info'],
];

/** Edits an alert rule, and shows what its condition would do. */
export function AlertRuleForm(props: AlertRuleFormProps): ReactElement {
  const form = useRuleForm(props);
  const formRef = useRef<HTMLFormElement>(null);
  const [hasSaved, setHasSaved] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    const saved = await form.submit();
    setHasSaved(saved !== undefined);
    if (saved !== undefined) props.onSaved(saved);
    else formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const isBusy = form.saving.isRunning || form.deletion.isRunning;
  return (
    <form ref={formRef} className="gp-form gp-rule-form" noValidate onSubmit={(event) => void submit(event)}>
      <Section title="Rule">
        <RuleFields form={form} />
      </Section>
      <Section title="Condition">
        <ConditionFields backend={props.backend} form={form} />
      </Section>
      <Section title="Notification">
        <ChannelFields
          backend={props.backend}
          chosen={form.draft.channels}
          onChange={(channels) => form.edit({ channels })}
        />
        <TextFields form={form} />
      </Section>
      <FormError title="The rule was not saved" error={form.saving.error} />
      <FormError title="The rule was not deleted" error={form.deletion.error} />
      {Object.keys(form.faults).length > 0 && (
        <p className="gp-field-fault" role="alert">
          The rule is not saved: correct what is marked above.
        </p>
      )}
      <div className="gp-form-actions">
        <button type="submit" className="gp-button" data-variant="primary" disabled={isBusy}>
          {form.saving.isRunning ? 'Saving …' : props.rule === undefined ? 'Create rule' : 'Save rule'}
        </button>
        {props.onCancel !== undefined && (
          <button type="button" className="gp-button" onClick={props.onCancel}>
            Cancel
          </button>
        )}
        {hasSaved && <span role="status">Saved.</span>}
        {props.rule !== undefined && <DeleteRule rule={props.rule} form={form} onDeleted={props.onDeleted} />}
      </div>
    </form>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="gp-form-section">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function RuleFields({ form }: { readonly form: UseRuleFormResult }): ReactElement {
  const { draft, faults, edit } = form;
  return (
    <>
      <div className="gp-form-row">
        <TextField
          label="Name"
          value={draft.name}
          isCode
          placeholder="high_error_rate"
          fault={faults.name}
          onChange={(name) => edit({ name })}
        />
        <Field label="Severity">
          {(control) => (
            <SelectInput
              control={control}
              value={draft.severity}
              choices={severities}
              onChange={(severity) => edit({ severity })}
            />
          )}
        </Field>
      </div>
      <label className="gp-check">
        <input
          type="checkbox"
          checked={draft.isPaused}
          onChange={(event) => edit({ isPaused: event.currentTarget.checked })}
        />
        Paused: kept, and not evaluated
      </label>
    </>
  );
}

function TextFields({ form }: { readonly form: UseRuleFormResult }): ReactElement {
  const { draft, faults, edit } = form;
  return (
    <>
      <TextField
        label="Summary"
        value={draft.summary}
        isOptional
        fault={faults.summary}
        hint={
          <>
            Templates are filled in for each alert: <code>{'{{ $labels.service }}'}</code>,{' '}
            <code>{'{{ $value }}'}</code>
          </>
        }
        onChange={(summary) => edit({ summary })}
      />
      <TextField
        label="Description"
        value={draft.description}
        isOptional
        rows={2}
        fault={faults.description}
        onChange={(description) => edit({ description })}
      />
      <TextField
        label="Runbook"
        value={draft.runbook}
        isOptional
        placeholder="https://"
        fault={faults.runbook}
        onChange={(runbook) => edit({ runbook })}
      />
      <PairFields
        legend="Labels"
        noun="label"
        pairs={draft.labels}
        fault={faults.labels}
        onChange={(labels) => edit({ labels })}
      />
      <PairFields
        legend="Other annotations"
        noun="annotation"
        pairs={draft.annotations}
        fault={faults.annotations}
        onChange={(annotations) => edit({ annotations })}
      />
    </>
  );
}
