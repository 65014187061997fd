import type { Backend, Incident } from '@glasspane/core';
import { type UseBackendQueryResult, useBackendQuery } from '../panels/useBackendQuery.ts';

/** How many incidents a list asks for. */
export const incidentLimit = 100;

/** Tells the call for one incident from others, in the cache. */
export function incidentArgs(id: string): readonly unknown[] {
  return ['one', id];
}

/** Asks for the latest incidents. */
export function useIncidents(backend: Backend): UseBackendQueryResult<readonly Incident[]> {
  return useBackendQuery({
    backend,
    topic: 'incidents',
    args: ['list'],
    ask: async (signal) => (await backend.incidents?.list({ limit: incidentLimit }, signal)) ?? [],
  });
}

/** Asks for one incident. */
export function useIncident(backend: Backend, id: string): UseBackendQueryResult<Incident | undefined> {
  return useBackendQuery({
    backend,
    topic: 'incidents',
    args: incidentArgs(id),
    ask: async (signal) => backend.incidents?.get(id, signal),
  });
}
