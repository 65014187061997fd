import type { Backend } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Field } from '../panels/Field.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { useBackendQuery } from '../panels/useBackendQuery.ts';

/** Props of {@link DashboardField}. */
export interface DashboardFieldProps {
  readonly backend: Backend;
  readonly value: string;
  readonly fault: string | undefined;
  onChange(id: string): void;
}

/** Takes the dashboard of a report: by name where the backend keeps dashboards, else by id. */
export function DashboardField({ backend, value, fault, onChange }: DashboardFieldProps): ReactElement {
  const { dashboards } = backend;
  const { state } = useBackendQuery({
    backend,
    topic: 'dashboards',
    ask: (signal) => dashboards?.list(signal) ?? Promise.resolve([]),
    isEnabled: dashboards !== undefined,
    refreshIntervalMs: 0,
  });
  if (dashboards === undefined || state.status === 'error') {
    const hint =
      state.status === 'error' ? `Write its id; the list cannot be loaded: ${state.error.message}` : 'Write its id.';
    return (
      <Field label="Dashboard" fault={fault} hint={hint}>
        {(control) => (
          <input
            {...control}
            className="gp-input"
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
    );
  }
  const known =
    state.status === 'ready' ? state.data.map(({ dashboard }) => [dashboard.id, dashboard.name] as const) : [];
  const isKnown = value === '' || known.some(([id]) => id === value);
  const lost = state.status === 'ready' ? `${value} (does not exist)` : value;
  const none = known.length === 0 && state.status === 'ready' ? 'No dashboards yet' : 'Choose …';
  return (
    <Field label="Dashboard" fault={fault}>
      {(control) => (
        <SelectInput
          control={control}
          value={value}
          choices={[
            ...(value === '' ? [['', none] as const] : []),
            ...(isKnown ? [] : [[value, lost] as const]),
            ...known,
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
