import { type AlertRule, type Backend, GlasspaneError, type NewAlertRule } from '@glasspane/core';
import { useState } from 'react';
import { type UseBackendMutationResult, useBackendMutation } from '../panels/useBackendMutation.ts';
import { checkRuleDraft, type RuleFaults } from './checkRuleDraft.ts';
import { type RuleDraft, toRuleDraft } from './ruleDraft.ts';

/** Options of {@link useRuleForm}. */
export interface UseRuleFormOptions {
  readonly backend: Backend;
  /** The rule that is there; left out: a new one. */
  readonly rule: AlertRule | undefined;
  /** What is known of a new rule. */
  readonly defaults: Partial<NewAlertRule> | undefined;
}

/** The state of a form that edits an alert rule. */
export interface UseRuleFormResult {
  readonly draft: RuleDraft;
  /** Empty until it was submitted once; then always current. */
  readonly faults: RuleFaults;
  readonly saving: UseBackendMutationResult<NewAlertRule, AlertRule>;
  readonly deletion: UseBackendMutationResult<string, true>;
  edit(change: Partial<RuleDraft>): void;
  /** Resolves with the rule as the backend keeps it, or with nothing. */
  submit(): Promise<AlertRule | undefined>;
}

/** Holds a rule until it is right and saved. */
export function useRuleForm({ backend, rule, defaults }: UseRuleFormOptions): UseRuleFormResult {
  const [draft, setDraft] = useState(() => toRuleDraft(rule ?? defaults ?? {}));
  const [isChecked, setIsChecked] = useState(false);
  const editor = backend.rules?.editor;
  const readOnly = (): never => {
    throw new GlasspaneError('unsupported', 'The rules of this backend can only be looked at.');
  };
  const saving = useBackendMutation({
    backend,
    invalidates: ['rules', 'alerts'],
    run: (changed: NewAlertRule) => {
      if (editor === undefined) return readOnly();
      return rule === undefined ? editor.create(changed) : editor.update(replaceFields(rule, changed));
    },
  });
  const deletion = useBackendMutation({
    backend,
    invalidates: ['rules', 'alerts'],
    run: async (id: string): Promise<true> => {
      if (editor === undefined) return readOnly();
      await editor.delete(id);
      return true;
    },
  });
  return {
    draft,
    faults: isChecked ? checkRuleDraft(draft).faults : {},
    saving,
    deletion,
    edit(change) {
      setDraft({ ...draft, ...change });
      saving.reset();
    },
    async submit() {
      setIsChecked(true);
      const checked = checkRuleDraft(draft);
      return Object.keys(checked.faults).length === 0 ? saving.run(checked.rule) : undefined;
    },
  };
}

const clearedFields: Partial<AlertRule> = {
  description: undefined,
  forMs: undefined,
  keepFiringForMs: undefined,
  labels: undefined,
  annotations: undefined,
  channels: undefined,
  isPaused: undefined,
};

/** Replaces what the form knows, and keeps what a newer backend may have besides. */
function replaceFields(rule: AlertRule, changed: NewAlertRule): AlertRule {
  return { ...rule, ...clearedFields, ...changed, id: rule.id };
}
