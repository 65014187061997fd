import { type Clock, GlasspaneError, type Incident, type IncidentRequest, type IncidentStore } from '@glasspane/core';
import { type IncidentAction, reduceIncident } from '@glasspane/core/alerting';

/** Incidents in memory, for stories and tests: what is done to them changes them. */
export class InMemoryIncidents implements IncidentStore {
  readonly #incidents: Map<string, Incident>;
  readonly #clock: Clock;

  constructor(incidents: readonly Incident[], clock: Clock) {
    this.#incidents = new Map(incidents.map((incident) => [incident.id, incident]));
    this.#clock = clock;
  }

  async list({ statuses, limit = 100 }: IncidentRequest): Promise<readonly Incident[]> {
    return [...this.#incidents.values()]
      .filter(({ status }) => statuses === undefined || statuses.includes(status))
      .sort((a, b) => b.triggeredMs - a.triggeredMs)
      .slice(0, limit);
  }

  async get(id: string): Promise<Incident> {
    const incident = this.#incidents.get(id);
    if (incident === undefined) throw new GlasspaneError('not_found', `There is no incident "${id}".`);
    return incident;
  }

  acknowledge(id: string, by: string): Promise<Incident> {
    return this.#change(id, { type: 'acknowledge', by });
  }

  resolve(id: string, by: string): Promise<Incident> {
    return this.#change(id, { type: 'resolve', by });
  }

  assign(id: string, change: { readonly assignee?: string | undefined; readonly by: string }): Promise<Incident> {
    return this.#change(id, { type: 'assign', ...change });
  }

  addNote(id: string, note: { readonly text: string; readonly by: string }): Promise<Incident> {
    return this.#change(id, { type: 'note', ...note });
  }

  async #change(id: string, action: IncidentAction): Promise<Incident> {
    const changed = reduceIncident(await this.get(id), action, this.#clock.now());
    this.#incidents.set(id, changed);
    return changed;
  }
}
