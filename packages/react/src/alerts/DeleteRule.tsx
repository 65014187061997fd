import type { AlertRule } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import type { UseRuleFormResult } from './useRuleForm.ts';

/** Props of {@link DeleteRule}. */
export interface DeleteRuleProps {
  readonly rule: AlertRule;
  readonly form: UseRuleFormResult;
  onDeleted(id: string): void;
}

/** Deletes a rule, once it was asked for twice. */
export function DeleteRule({ rule, form, onDeleted }: DeleteRuleProps): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  const remove = async (): Promise<void> => {
    const isDeleted = await form.deletion.run(rule.id);
    setIsAsking(false);
    if (isDeleted === true) onDeleted(rule.id);
  };
  if (!isAsking) {
    return (
      <button type="button" className="gp-button gp-push" data-variant="danger" onClick={() => setIsAsking(true)}>
        <PanelIcon name="trash" />
        Delete
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is a question, and no set of fields
    <span className="gp-confirm gp-push" role="group" aria-label={`Delete ${rule.name}?`}>
      Delete {rule.name}?
      <button
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that had the focus
        autoFocus
        type="button"
        className="gp-button"
        data-variant="danger"
        disabled={form.deletion.isRunning}
        onClick={() => void remove()}
      >
        Delete for good
      </button>
      <button type="button" className="gp-button" onClick={() => setIsAsking(false)}>
        Keep it
      </button>
    </span>
  );
}
