import type { Incident, IncidentStatus } from '../incident/Incident.ts';

/**
 * Which incidents to list.
 *
 * @public
 */
export interface IncidentRequest {
  /** Left out: all. */
  readonly statuses?: readonly IncidentStatus[] | undefined;
  /** At most so many, the newest first. @defaultValue 100 */
  readonly limit?: number | undefined;
}

/**
 * Incidents, and what people do about them. Every change returns the incident after it.
 *
 * @public
 */
export interface IncidentStore {
  /** Returns incidents, the newest first. */
  list(request: IncidentRequest, signal?: AbortSignal): Promise<readonly Incident[]>;
  get(id: string, signal?: AbortSignal): Promise<Incident>;
  /** Takes an incident up: its channels are no longer reminded of it. */
  acknowledge(id: string, by: string, signal?: AbortSignal): Promise<Incident>;
  /** Ends an incident whatever its alerts do; a new alert opens a new one. */
  resolve(id: string, by: string, signal?: AbortSignal): Promise<Incident>;
  /** Gives an incident to somebody; to nobody where `assignee` is left out. */
  assign(
    id: string,
    change: { readonly assignee?: string | undefined; readonly by: string },
    signal?: AbortSignal,
  ): Promise<Incident>;
  addNote(id: string, note: { readonly text: string; readonly by: string }, signal?: AbortSignal): Promise<Incident>;
}
