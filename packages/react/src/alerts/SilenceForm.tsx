import type { Backend, NewSilence } from '@glasspane/core';
import type { FormEvent, ReactElement } from 'react';
import { Choices } from '../panels/Choices.tsx';
import { Field } from '../panels/Field.tsx';
import { FormError } from '../panels/FormError.tsx';
import { usePanel } from '../panels/PanelContext.ts';
import { MatcherFields } from './MatcherFields.tsx';
import { SilencePreview } from './SilencePreview.tsx';
import { type UseSilenceFormOptions, useSilenceForm } from './useSilenceForm.ts';

/** Props of {@link SilenceForm}. */
export interface SilenceFormProps extends UseSilenceFormOptions {
  readonly backend: Backend;
  onCreated(silence: NewSilence): void;
  onCancel(): void;
}

const durations = [
  { value: 'now+30m', text: '30 min' },
  { value: 'now+2h', text: '2 h' },
  { value: 'now+8h', text: '8 h' },
  { value: 'now+1d', text: '1 day' },
  { value: 'now+7d', text: '1 week' },
] as const;

/** Takes what a silence needs and makes it. */
export function SilenceForm(props: SilenceFormProps): ReactElement {
  const { backend, onCreated, onCancel } = props;
  const { times } = usePanel();
  const form = useSilenceForm(props);
  const { draft, faults, endsAtMs } = form;
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    const silence = await form.submit();
    if (silence !== undefined) onCreated(silence);
  };
  return (
    <form className="gp-form" noValidate onSubmit={(event) => void onSubmit(event)}>
      <MatcherFields
        legend="Silence the alerts with"
        matchers={draft.matchers}
        fault={faults.matchers}
        onChange={(matchers) => form.edit({ matchers })}
      />
      <SilencePreview
        backend={backend}
        matchers={draft.matchers.map(({ name, operator, value }) => ({ name: name.trim(), operator, value }))}
      />
      <Choices label="Duration" value={draft.until} choices={durations} onChange={(until) => form.edit({ until })} />
      <Field
        label="Until"
        fault={faults.until}
        hint={endsAtMs === undefined ? 'Such as now+3h or 2026-01-31 18:00.' : `Ends ${times.format(endsAtMs)}.`}
      >
        {(control) => (
          <input
            {...control}
            className="gp-input"
            autoComplete="off"
            spellCheck={false}
            value={draft.until}
            onChange={(event) => form.edit({ until: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Author" fault={faults.author}>
        {(control) => (
          <input
            {...control}
            className="gp-input"
            value={draft.author}
            onChange={(event) => form.edit({ author: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Comment" fault={faults.comment}>
        {(control) => (
          <textarea
            {...control}
            data-gp-focus
            className="gp-input"
            rows={2}
            value={draft.comment}
            onChange={(event) => form.edit({ comment: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormError title="The silence was not made" error={form.creation.error} />
      <div className="gp-form-actions">
        <button type="submit" className="gp-button" data-variant="primary" disabled={form.creation.isRunning}>
          {form.creation.isRunning ? 'Silencing …' : 'Silence'}
        </button>
        <button type="button" className="gp-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
