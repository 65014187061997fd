import type { AlertRule, Backend, NewAlertRule } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Panel } from '../panels/Panel.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { useBackendQuery } from '../panels/useBackendQuery.ts';
import { AlertRuleForm, type AlertRuleFormProps } from './AlertRuleForm.tsx';

/**
 * Props of {@link AlertRuleEditor}.
 *
 * @public
 */
export interface AlertRuleEditorProps extends PanelProps {
  /** The rule to edit. Left out: a new one is made. */
  readonly ruleId?: string | undefined;
  /** What a new rule starts with: the metric of a chart, a name. */
  readonly defaultRule?: Partial<NewAlertRule> | undefined;
  /** Hears of the rule as the backend keeps it now. */
  readonly onSaved?: ((rule: AlertRule) => void) | undefined;
  /** Hears of the id of the rule that was deleted. */
  readonly onDeleted?: ((id: string) => void) | undefined;
  /** Left out: the form has no button to leave it. */
  readonly onCancel?: (() => void) | undefined;
}

/**
 * Makes or edits an alert rule, and shows live what its condition would do. It needs the capability `rules` with an
 * editor.
 *
 * @example
 * ```tsx
 * <AlertRuleEditor backend={backend} defaultRule={{ expr: 'error_rate > 0.05' }} onSaved={close} />
 * ```
 * @public
 */
export function AlertRuleEditor(props: AlertRuleEditorProps): ReactElement {
  const { ruleId } = props;
  return (
    <Panel
      {...props}
      label={ruleId === undefined ? 'New alert rule' : 'Edit alert rule'}
      needs={['rules']}
      advice="Use a backend that evaluates alert rules, such as glasspane-server."
    >
      <AlertRuleEditing
        key={ruleId ?? ''}
        backend={props.backend}
        ruleId={ruleId}
        defaults={props.defaultRule}
        onSaved={(rule) => props.onSaved?.(rule)}
        onDeleted={(id) => props.onDeleted?.(id)}
        onCancel={props.onCancel}
      />
    </Panel>
  );
}

/** Props of {@link AlertRuleEditing}. */
export interface AlertRuleEditingProps extends Omit<AlertRuleFormProps, 'rule'> {
  readonly ruleId: string | undefined;
}

/** The content of an editor's panel: the form, once the rule is there. */
export function AlertRuleEditing({ ruleId, ...form }: AlertRuleEditingProps): ReactElement {
  if (form.backend.rules?.editor === undefined) {
    return (
      <PanelMessage
        icon="plug"
        tone="neutral"
        title="The rules of this backend can only be looked at"
        detail="Edit them where the backend has them, such as in the rule files of Prometheus."
      />
    );
  }
  if (ruleId === undefined) return <AlertRuleForm {...form} rule={undefined} />;
  return <Loaded {...form} ruleId={ruleId} />;
}

function Loaded({ ruleId, ...form }: AlertRuleEditingProps & { readonly ruleId: string }): ReactElement {
  const query = useRule(form.backend, ruleId);
  return (
    <PanelQuery query={query} what="the rule">
      {(rule) => <AlertRuleForm {...form} rule={rule} />}
    </PanelQuery>
  );
}

function useRule(backend: Backend, ruleId: string): ReturnType<typeof useBackendQuery<AlertRule | undefined>> {
  return useBackendQuery({
    backend,
    topic: 'rules',
    args: ['one', ruleId],
    refreshIntervalMs: 0,
    ask: async (signal) => backend.rules?.editor?.get(ruleId, signal),
  });
}
