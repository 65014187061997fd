import type { AbsoluteTimeRange, Backend } from '@glasspane/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { SelectInput } from '../../panels/SelectInput.tsx';
import type { LogLabel } from './LogFilter.ts';

/** Props of {@link LogLabelPicker}. */
export interface LogLabelPickerProps {
  readonly backend: Backend;
  /** The time range to find labels in; left out while it is not known. */
  readonly range: AbsoluteTimeRange | undefined;
  onPick(label: LogLabel): void;
}

/** Offers the labels of the streams, and then the values of one. */
export function LogLabelPicker({ backend, range, onPick }: LogLabelPickerProps): ReactElement {
  const [name, setName] = useState('');
  const names = useLabels(backend, range, '');
  const values = useLabels(backend, name === '' ? undefined : range, name);
  return (
    <span className="gp-logs-labels">
      <SelectInput
        label="Filter by label"
        value={name}
        choices={[['', 'Label …'], ...names.texts.map((text) => [text, text] as const)]}
        onChange={setName}
      />
      {name !== '' && (
        <SelectInput
          label={`Value of ${name}`}
          value=""
          choices={[['', firstChoice(values)], ...values.texts.map((text) => [text, text] as const)]}
          onChange={(value) => {
            if (value === '') return;
            onPick({ name, value });
            setName('');
          }}
        />
      )}
    </span>
  );
}

interface Labels {
  readonly texts: readonly string[];
  readonly status: 'pending' | 'error' | 'success';
}

const none: readonly string[] = [];
/** The labels of streams seldom change. */
const FRESH_MS = 30_000;

/** Asks for the names of labels, or for the values of one. */
function useLabels(backend: Backend, range: AbsoluteTimeRange | undefined, name: string): Labels {
  const query = useQuery({
    queryKey: ['glasspane', 'backend', backend.id, 'logs', 'labels', name],
    queryFn: async ({ signal }) => {
      const { logs } = backend;
      if (logs === undefined || range === undefined) return none;
      const found = name === '' ? await logs.labelNames(range, signal) : await logs.labelValues(name, range, signal);
      return found.filter((text) => text !== '');
    },
    enabled: range !== undefined,
    staleTime: FRESH_MS,
    retry: false,
    networkMode: 'always',
  });
  return { texts: query.data ?? none, status: query.status };
}

function firstChoice({ texts, status }: Labels): string {
  if (status === 'error') return 'Cannot load values';
  if (status === 'pending') return 'Loading …';
  return texts.length === 0 ? 'No values' : 'Value …';
}
