import type { Backend, ReportFormat, ReportSchedule, ScheduledReport } from '@glasspane/core';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Field } from '../panels/Field.tsx';
import { FormError } from '../panels/FormError.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { DashboardField } from './DashboardField.tsx';
import { rangeChoices } from './reportDraft.ts';
import { TimingFields } from './TimingFields.tsx';
import { useReportForm } from './useReportForm.ts';

/** Props of {@link ReportForm}. */
export interface ReportFormProps {
  readonly backend: Backend;
  /** What is edited, or what a new report starts with. */
  readonly schedule: Partial<ReportSchedule>;
  onSaved(report: ScheduledReport): void;
  readonly onCancel: (() => void) | undefined;
}

const formats: readonly (readonly [ReportFormat, string])[] = [
  ['pdf', 'PDF'],
  ['png', 'PNG picture'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
];

/** Takes what a report needs and saves it. */
export function ReportForm({ backend, schedule, onSaved, onCancel }: ReportFormProps): ReactElement {
  const form = useReportForm({ backend, schedule });
  const formRef = useRef<HTMLFormElement>(null);
  const [submitCount, setSubmitCount] = useState(0);
  useEffect(() => {
    if (submitCount > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [submitCount]);
  const { draft, faults, edit, saving } = form;
  const isNew = schedule.id === undefined;
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The form may stand inside a form of the host, in the React tree if not in the page.
    event.stopPropagation();
    setSubmitCount(submitCount + 1);
    const report = await form.submit();
    if (report !== undefined) onSaved(report);
  };
  return (
    <form ref={formRef} className="gp-form" noValidate onSubmit={(event) => void onSubmit(event)}>
      <div className="gp-form-row">
        <Field label="Name" fault={faults.name}>
          {(control) => (
            <input
              {...control}
              data-gp-focus
              className="gp-input"
              value={draft.name}
              onChange={(event) => edit({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <DashboardField
          backend={backend}
          value={draft.dashboardId}
          fault={faults.dashboardId}
          onChange={(dashboardId) => edit({ dashboardId })}
        />
      </div>
      <TimingFields draft={draft} faults={faults} onEdit={edit} />
      <div className="gp-form-row">
        <Field label="Time range of the data" fault={faults.timeRange}>
          {(control) => (
            <SelectInput
              control={control}
              value={draft.timeRange}
              choices={rangeChoices(schedule)}
              onChange={(timeRange) => edit({ timeRange })}
            />
          )}
        </Field>
        <Field label="Format" fault={faults.format}>
          {(control) => (
            <SelectInput
              control={control}
              value={draft.format}
              choices={formats}
              onChange={(format) => edit({ format })}
            />
          )}
        </Field>
      </div>
      <Field label="Recipients" fault={faults.recipients} hint="Email addresses, with commas between them.">
        {(control) => (
          <textarea
            {...control}
            className="gp-input"
            rows={2}
            spellCheck={false}
            value={draft.recipients}
            onChange={(event) => edit({ recipients: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormError title="The report was not saved" error={saving.error} />
      <div className="gp-form-actions">
        <button type="submit" className="gp-button" data-variant="primary" disabled={saving.isRunning}>
          {saving.isRunning ? 'Saving …' : isNew ? 'Schedule report' : 'Save'}
        </button>
        {onCancel !== undefined && (
          <button type="button" className="gp-button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
