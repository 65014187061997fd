import type { ReportFrequency } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Field } from '../panels/Field.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { type ReportDraft, type ReportFaults, timingOf } from './reportDraft.ts';
import { SchedulePreview } from './SchedulePreview.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';

/** Props of {@link TimingFields}. */
export interface TimingFieldsProps {
  readonly draft: ReportDraft;
  readonly faults: ReportFaults;
  onEdit(change: Partial<ReportDraft>): void;
}

const frequencies: readonly (readonly [ReportFrequency, string])[] = [
  ['daily', 'Every day'],
  ['weekly', 'Every Monday'],
  ['monthly', 'First day of the month'],
  ['cron', 'Cron expression'],
];

/** Takes when a report is sent. */
export function TimingFields({ draft, faults, onEdit }: TimingFieldsProps): ReactElement {
  return (
    <fieldset className="gp-fieldset">
      <legend className="gp-visually-hidden">When</legend>
      <div className="gp-form-row">
        <Field label="Frequency" fault={faults.frequency}>
          {(control) => (
            <SelectInput
              control={control}
              value={draft.frequency}
              choices={frequencies}
              onChange={(frequency) => onEdit({ frequency })}
            />
          )}
        </Field>
        {draft.frequency === 'cron' ? (
          <Field label="Cron expression" fault={faults.cron} hint="Minute, hour, day, month, weekday.">
            {(control) => (
              <input
                {...control}
                className="gp-input"
                data-mono
                value={draft.cron}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => onEdit({ cron: event.currentTarget.value })}
              />
            )}
          </Field>
        ) : (
          <Field label="Time" fault={faults.timeOfDay}>
            {(control) => (
              <input
                {...control}
                className="gp-input"
                type="time"
                value={draft.timeOfDay}
                onChange={(event) => onEdit({ timeOfDay: event.currentTarget.value.slice(0, 5) })}
              />
            )}
          </Field>
        )}
        <TimeZoneField value={draft.timeZone} fault={faults.timeZone} onChange={(timeZone) => onEdit({ timeZone })} />
      </div>
      <SchedulePreview timing={timingOf(draft)} />
    </fieldset>
  );
}
