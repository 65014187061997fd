import { type FormEvent, type ReactElement, useId, useRef } from 'react';
import { Icon } from '../provider/Icon.tsx';
import { type UseTimeRangeFormOptions, type UseTimeRangeFormResult, useTimeRangeForm } from './useTimeRangeForm.ts';

/** Takes a time range as text: relative expressions, or dates and times of the dashboard's time zone. */
export function TimeRangeForm(props: UseTimeRangeFormOptions): ReactElement {
  const form = useTimeRangeForm(props);
  const faultId = useId();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    // The form may stand inside a form of the host, in the React tree if not in the page.
    event.stopPropagation();
    form.submit();
  };
  return (
    <form className="gp-range-form" onSubmit={onSubmit} noValidate>
      <TimeField end="from" label="From" form={form} faultId={faultId} />
      <TimeField end="to" label="To" form={form} faultId={faultId} />
      <p id={faultId} className="gp-field-fault" role="status">
        {form.fault?.message}
      </p>
      <button type="submit" className="gp-button" data-variant="primary">
        Apply
      </button>
      <p className="gp-hint">
        Write <code>now-6h</code>, <code>now/d</code> or <code>2026-01-31 12:00</code>.
      </p>
    </form>
  );
}

interface TimeFieldProps {
  readonly end: 'from' | 'to';
  readonly label: string;
  readonly form: UseTimeRangeFormResult;
  readonly faultId: string;
}

function TimeField({ end, label, form, faultId }: TimeFieldProps): ReactElement {
  const inputId = useId();
  const pickerRef = useRef<HTMLInputElement>(null);
  const isFaulty = form.fault !== undefined && (form.fault.end === end || form.fault.end === 'range');
  return (
    <div className="gp-field">
      <label htmlFor={inputId}>{label}</label>
      <div className="gp-field-row">
        <input
          id={inputId}
          className="gp-input"
          value={form.draft[end]}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isFaulty}
          aria-describedby={isFaulty ? faultId : undefined}
          onChange={(event) => form.edit(end, event.currentTarget.value)}
          onBlur={form.check}
        />
        <button
          type="button"
          className="gp-icon-button"
          aria-label={`Pick “${label}” from a calendar`}
          onClick={() => pickerRef.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
        <input
          ref={pickerRef}
          className="gp-native-picker"
          type="datetime-local"
          step="1"
          tabIndex={-1}
          aria-hidden="true"
          value={toPickerValue(form.draft[end])}
          onChange={(event) => form.edit(end, event.currentTarget.value.replace('T', ' '))}
        />
      </div>
    </div>
  );
}

function toPickerValue(text: string): string {
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/.test(text.trim()) ? text.trim().replace(' ', 'T') : '';
}
