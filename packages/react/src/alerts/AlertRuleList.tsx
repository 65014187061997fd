import type { AlertRule, AlertRuleStatus, Backend } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { FocusOnMount } from '../panels/FocusOnMount.tsx';
import { FormError } from '../panels/FormError.tsx';
import { Panel } from '../panels/Panel.tsx';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { type UseBackendMutationResult, useBackendMutation } from '../panels/useBackendMutation.ts';
import { useBackendQuery } from '../panels/useBackendQuery.ts';
import { AlertRuleEditing } from './AlertRuleEditor.tsx';
import { AlertRuleRow } from './AlertRuleRow.tsx';

/**
 * Props of {@link AlertRuleList}.
 *
 * @public
 */
export interface AlertRuleListProps extends PanelProps {
  /** Hears of the rule that is to be edited; of none for a new one. Left out: the editor opens in this panel. */
  readonly onEdit?: ((ruleId: string | undefined) => void) | undefined;
}

interface Editing {
  readonly ruleId: string | undefined;
}

/**
 * Shows the alert rules of a backend and how they stand, live, and lets them be made, edited and paused where the backend
 * can. It needs the capability `rules`.
 *
 * @example
 * ```tsx
 * <AlertRuleList backend={backend} />
 * ```
 * @public
 */
export function AlertRuleList(props: AlertRuleListProps): ReactElement {
  const { backend } = props;
  const [editing, setEditing] = useState<Editing>();
  const [wasOpened, setWasOpened] = useState(false);
  const open = (ruleId: string | undefined): void => {
    setWasOpened(true);
    setEditing({ ruleId });
  };
  const edit = props.onEdit ?? open;
  const close = (): void => setEditing(undefined);
  return (
    <Panel
      {...props}
      label="Alert rules"
      needs={['rules']}
      advice="Use a backend that evaluates alert rules, or Prometheus."
      actions={
        backend.rules?.editor !== undefined &&
        editing === undefined && (
          <button type="button" className="gp-button" onClick={() => edit(undefined)}>
            <PanelIcon name="plus" />
            New rule
          </button>
        )
      }
    >
      <FocusOnMount key={editing === undefined ? 'list' : 'editor'} isWanted={wasOpened}>
        {editing === undefined ? (
          <List backend={backend} onEdit={edit} />
        ) : (
          <AlertRuleEditing
            backend={backend}
            ruleId={editing.ruleId}
            defaults={undefined}
            onSaved={close}
            onDeleted={close}
            onCancel={close}
          />
        )}
      </FocusOnMount>
    </Panel>
  );
}

const ranks = { firing: 0, pending: 1, inactive: 2 } as const;

function List({ backend, onEdit }: { readonly backend: Backend; onEdit(ruleId: string): void }): ReactElement {
  const query = useBackendQuery<readonly AlertRuleStatus[]>({
    backend,
    topic: 'rules',
    args: ['list'],
    ask: async (signal) => (await backend.rules?.list(signal)) ?? [],
  });
  const pausing = usePausing(backend);
  return (
    <>
      <FormError title="The rule was not changed" error={pausing.error} />
      <PanelQuery query={query} what="the alert rules">
        {(rules) =>
          rules.length === 0 ? (
            <PanelMessage icon="info" tone="neutral" title="No alert rules" detail="Nothing is watched yet." />
          ) : (
            <ul className="gp-rules">
              {[...rules]
                .sort((a, b) => ranks[a.state] - ranks[b.state] || a.name.localeCompare(b.name))
                .map((rule) => (
                  <AlertRuleRow
                    key={rule.id}
                    rule={rule}
                    isBusy={pausing.isRunning}
                    onEdit={onEdit}
                    onPause={(isPaused) => void pausing.run({ id: rule.id, isPaused })}
                  />
                ))}
            </ul>
          )
        }
      </PanelQuery>
    </>
  );
}

interface Pause {
  readonly id: string;
  readonly isPaused: boolean;
}

function usePausing(backend: Backend): UseBackendMutationResult<Pause, AlertRule | undefined> {
  return useBackendMutation({
    backend,
    invalidates: ['rules', 'alerts'],
    run: async ({ id, isPaused }: Pause) => {
      const editor = backend.rules?.editor;
      return editor?.update({ ...(await editor.get(id)), isPaused });
    },
  });
}
