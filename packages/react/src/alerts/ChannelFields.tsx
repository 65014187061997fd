import type { Backend } from '@glasspane/core';
import type { ReactElement } from 'react';
import { useBackendQuery } from '../panels/useBackendQuery.ts';

/** Props of {@link ChannelFields}. */
export interface ChannelFieldsProps {
  readonly backend: Backend;
  readonly chosen: readonly string[];
  onChange(channels: readonly string[]): void;
}

/** Lets channels be chosen that are told. */
export function ChannelFields({ backend, chosen, onChange }: ChannelFieldsProps): ReactElement {
  const { state } = useBackendQuery({
    backend,
    topic: 'channels',
    refreshIntervalMs: 0,
    ask: async (signal) => (await backend.rules?.editor?.channels(signal)) ?? [],
  });
  const known = state.status === 'ready' ? state.data : [];
  const unknown = chosen.filter((id) => known.every((channel) => channel.id !== id));
  const toggle = (id: string, isOn: boolean): void =>
    onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="gp-fieldset">
      <legend>Tell</legend>
      {state.status === 'error' && <p className="gp-field-fault">Cannot load the channels: {state.error.message}</p>}
      {state.status === 'loading' && <p className="gp-hint">Loading the channels …</p>}
      <div className="gp-checks">
        {[...known.map(({ id, types }) => ({ id, types })), ...unknown.map((id) => ({ id, types: [] }))].map(
          ({ id, types }) => (
            <label key={id} className="gp-check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              {id}
              {types.length > 0 && types.join() !== id && <span className="gp-muted">({types.join(', ')})</span>}
              {state.status === 'ready' && unknown.includes(id) && (
                <span className="gp-muted">(not known any more)</span>
              )}
            </label>
          ),
        )}
      </div>
      {chosen.length === 0 && (
        <p className="gp-hint">
          {state.status === 'ready' && known.length === 0
            ? 'This backend has no channels yet; its routes decide who is told.'
            : 'None chosen: the routes of the backend decide.'}
        </p>
      )}
    </fieldset>
  );
}
