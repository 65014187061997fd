import type { Backend } from '@glasspane/core';
import { type ReactElement, useId } from 'react';
import { Field } from '../panels/Field.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { TextField } from '../panels/TextField.tsx';
import { useBackendQuery } from '../panels/useBackendQuery.ts';
import type { RuleFaults } from './checkRuleDraft.ts';
import { MatcherFields } from './MatcherFields.tsx';
import type { ShortDraft } from './ruleDraft.ts';

/** Props of {@link ShortConditionFields}. */
export interface ShortConditionFieldsProps {
  readonly backend: Backend;
  readonly draft: ShortDraft;
  readonly faults: RuleFaults;
  onChange(change: Partial<ShortDraft>): void;
}

const reducers: readonly (readonly [ShortDraft['reducer'], string])[] = [
  ['', 'its value'],
  ['rate', 'rate per second'],
  ['increase', 'increase'],
  ['avg_over_time', 'average over time'],
  ['min_over_time', 'minimum over time'],
  ['max_over_time', 'maximum over time'],
  ['sum_over_time', 'sum over time'],
];
const aggregates: readonly (readonly [ShortDraft['aggregate'], string])[] = [
  ['', 'each series'],
  ['sum', 'sum'],
  ['avg', 'average'],
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['count', 'number of series'],
];
const operators: readonly (readonly [ShortDraft['operator'], string])[] = [
  ['>', '> above'],
  ['>=', '≥ at least'],
  ['<', '< below'],
  ['<=', '≤ at most'],
  ['==', '= equal to'],
  ['!=', '≠ not equal to'],
];
const metricLimit = 2000;

/** Takes a condition in its short form: a metric, what is made of it, and the number that it is compared with. */
export function ShortConditionFields({ backend, draft, faults, onChange }: ShortConditionFieldsProps): ReactElement {
  const listId = useId();
  const names = useMetricNames(backend);
  const hint = useMetricHint(backend, draft.metric, names.includes(draft.metric));
  return (
    <>
      <TextField
        label="Metric"
        value={draft.metric}
        isCode
        placeholder="http_requests_total"
        list={listId}
        hint={hint}
        fault={faults.metric}
        onChange={(metric) => onChange({ metric })}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <MatcherFields
        legend="Only series with"
        matchers={draft.matchers}
        fault={faults.matchers}
        onChange={(matchers) => onChange({ matchers })}
      />
      <div className="gp-form-row">
        <Field label="Look at">
          {(control) => (
            <SelectInput
              control={control}
              value={draft.reducer}
              choices={reducers}
              onChange={(reducer) => onChange({ reducer })}
            />
          )}
        </Field>
        {draft.reducer !== '' && (
          <TextField
            label="Over the last"
            value={draft.window}
            fault={faults.window}
            onChange={(window) => onChange({ window })}
          />
        )}
        <Field label="Of">
          {(control) => (
            <SelectInput
              control={control}
              value={draft.aggregate}
              choices={aggregates}
              onChange={(aggregate) => onChange({ aggregate })}
            />
          )}
        </Field>
        {draft.aggregate !== '' && (
          <TextField
            label="For each"
            value={draft.by}
            isOptional
            placeholder="service, region"
            fault={faults.by}
            onChange={(by) => onChange({ by })}
          />
        )}
      </div>
      <div className="gp-form-row">
        <Field label="Alert when it is">
          {(control) => (
            <SelectInput
              control={control}
              value={draft.operator}
              choices={operators}
              onChange={(operator) => onChange({ operator })}
            />
          )}
        </Field>
        <TextField
          label="Threshold"
          value={draft.threshold}
          placeholder="0.05"
          fault={faults.threshold}
          onChange={(threshold) => onChange({ threshold })}
        />
      </div>
    </>
  );
}

function useMetricNames(backend: Backend): readonly string[] {
  const { state } = useBackendQuery({
    backend,
    topic: 'metrics',
    args: ['names'],
    refreshIntervalMs: 0,
    ask: (signal) => backend.metrics.labelValues('__name__', { limit: metricLimit }, signal),
  });
  return state.status === 'ready' ? state.data : [];
}

/** What is known of the metric that is chosen. */
function useMetricHint(backend: Backend, metric: string, isKnown: boolean): string | undefined {
  const { state } = useBackendQuery({
    backend,
    topic: 'metrics',
    args: ['metadata', metric],
    refreshIntervalMs: 0,
    isEnabled: isKnown,
    ask: (signal) => backend.metrics.metadata({ metric, limit: 1 }, signal),
  });
  const known = state.status === 'ready' ? state.data.find(({ name }) => name === metric) : undefined;
  if (known === undefined) return undefined;
  const kind = [known.type === 'unknown' ? '' : known.type, known.unit ?? ''].filter(Boolean).join(', ');
  return [known.help, kind === '' ? '' : `(${kind})`].filter(Boolean).join(' ') || undefined;
}
