import type { Backend, Incident } from '@glasspane/core';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { FormError } from '../panels/FormError.tsx';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { type PersonalAction, useIncidentAction } from './useIncidentAction.ts';

/** Props of {@link IncidentActions}. */
export interface IncidentActionsProps {
  readonly backend: Backend;
  readonly incident: Incident;
  readonly user: string;
}

const failures: Readonly<Record<PersonalAction['type'], string>> = {
  acknowledge: 'The incident was not acknowledged',
  resolve: 'The incident was not resolved',
  assign: 'The incident was not assigned',
  note: 'The note was not written',
};

const successes: Readonly<Record<PersonalAction['type'], string>> = {
  acknowledge: 'The incident is acknowledged',
  resolve: 'The incident is resolved',
  assign: 'The incident is assigned',
  note: 'The note is written',
};

/** What can be done about an incident. */
export function IncidentActions({ backend, incident, user }: IncidentActionsProps): ReactElement {
  const { status, assignee } = incident;
  const action = useIncidentAction({ backend, id: incident.id, user });
  const [last, setLast] = useState<PersonalAction['type']>('acknowledge');
  const isOver = status === 'resolved';
  const [done, setDone] = useState('');
  const perform = async (wanted: PersonalAction): Promise<boolean> => {
    setLast(wanted.type);
    setDone('');
    const isDone = (await action.run(wanted)) !== undefined;
    if (isDone) setDone(successes[wanted.type]);
    return isDone;
  };
  return (
    <div className="gp-form">
      {!isOver && (
        <div className="gp-form-actions">
          {status === 'triggered' && (
            <button
              type="button"
              className="gp-button"
              data-variant="primary"
              disabled={action.isRunning}
              onClick={() => void perform({ type: 'acknowledge' })}
            >
              <PanelIcon name="eye" />
              Acknowledge
            </button>
          )}
          <button
            type="button"
            className="gp-button"
            disabled={action.isRunning}
            onClick={() => void perform({ type: 'resolve' })}
          >
            <PanelIcon name="check" />
            Resolve
          </button>
          {assignee !== user && (
            <button
              type="button"
              className="gp-button"
              disabled={action.isRunning}
              onClick={() => void perform({ type: 'assign', assignee: user })}
            >
              <PanelIcon name="user" />
              Take it
            </button>
          )}
          <LineForm
            label="Assign to"
            placeholder={assignee ?? 'somebody@example.com'}
            submitText="Assign"
            isBusy={action.isRunning}
            onSubmit={(text) => perform({ type: 'assign', assignee: text })}
          />
        </div>
      )}
      <LineForm
        label="Note"
        placeholder="What did you find out?"
        submitText="Add note"
        isBusy={action.isRunning}
        onSubmit={(text) => perform({ type: 'note', text })}
      />
      <span role="status" className="gp-visually-hidden">
        {done}
      </span>
      <FormError title={failures[last]} error={action.error} />
    </div>
  );
}

/** One line to write and a button that sends it. What was written stays until it was taken. */
function LineForm(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly submitText: string;
  readonly isBusy: boolean;
  onSubmit(text: string): Promise<boolean>;
}): ReactElement {
  const inputId = useId();
  const [text, setText] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    if (text.trim() === '' || !(await props.onSubmit(text.trim()))) return;
    // What was written meanwhile stays.
    setText((latest) => (latest === text ? '' : latest));
  };
  return (
    <form className="gp-line-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor={inputId} className="gp-visually-hidden">
        {props.label}
      </label>
      <input
        id={inputId}
        className="gp-input"
        placeholder={props.placeholder}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" className="gp-button" disabled={props.isBusy || text.trim() === ''}>
        {props.submitText}
      </button>
    </form>
  );
}
