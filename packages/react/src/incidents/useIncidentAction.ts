import { type Backend, GlasspaneError, type Incident, type IncidentStore } from '@glasspane/core';
import { reduceIncident } from '@glasspane/core/alerting';
import { useQueryClient } from '@tanstack/react-query';
import { backendQueryKey } from '../panels/backendQueryKey.ts';
import { usePanel } from '../panels/PanelContext.ts';
import { type UseBackendMutationResult, useBackendMutation } from '../panels/useBackendMutation.ts';
import { incidentArgs } from './incidentQueries.ts';

/** What a person does to an incident. */
export type PersonalAction =
  | { readonly type: 'acknowledge' }
  | { readonly type: 'resolve' }
  | { readonly type: 'assign'; readonly assignee?: string | undefined }
  | { readonly type: 'note'; readonly text: string };

/** Options of {@link useIncidentAction}. */
export interface UseIncidentActionOptions {
  readonly backend: Backend;
  readonly id: string;
  /** Who does it. */
  readonly user: string;
}

/**
 * Does something to an incident. What it will be like is shown at once, by the rules that the backend goes by; where the
 * backend refuses, the incident is shown as it was, and the error says why.
 */
export function useIncidentAction(
  options: UseIncidentActionOptions,
): UseBackendMutationResult<PersonalAction, Incident> {
  const { backend, id, user } = options;
  const client = useQueryClient();
  const { clock } = usePanel();
  const queryKey = [...backendQueryKey(backend, 'incidents'), ...incidentArgs(id)];
  return useBackendMutation({
    backend,
    invalidates: ['incidents', 'alerts'],
    async run(action: PersonalAction) {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Incident>(queryKey);
      if (before !== undefined) {
        client.setQueryData(queryKey, reduceIncident(before, { ...action, by: user }, clock.now()));
      }
      try {
        const after = await perform(backend.incidents, options, action);
        client.setQueryData(queryKey, after);
        return after;
      } catch (error) {
        client.setQueryData(queryKey, before);
        throw error;
      }
    },
  });
}

function perform(
  store: IncidentStore | undefined,
  { id, user }: UseIncidentActionOptions,
  action: PersonalAction,
): Promise<Incident> {
  if (store === undefined) throw new GlasspaneError('unsupported', 'This backend has no incidents.');
  switch (action.type) {
    case 'acknowledge':
      return store.acknowledge(id, user);
    case 'resolve':
      return store.resolve(id, user);
    case 'assign':
      return store.assign(id, { assignee: action.assignee, by: user });
    case 'note':
      return store.addNote(id, { text: action.text, by: user });
  }
}
