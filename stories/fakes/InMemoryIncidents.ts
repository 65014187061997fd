import {
  type Clock,
  GlasspaneError,
  type Incident,
  type IncidentEvent,
  type IncidentRequest,
  type IncidentStore,
} from '@glasspane/core';

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

  async acknowledge(id: string, by: string): Promise<Incident> {
    const incident = await this.get(id);
    if (incident.status !== 'triggered') {
      throw new GlasspaneError('conflict', `The incident is ${incident.status} already; load it again.`);
    }
    const acknowledgedMs = this.#clock.now();
    return this.#change(
      { ...incident, status: 'acknowledged', acknowledgedMs, acknowledgedBy: by },
      { type: 'acknowledged', by },
    );
  }

  async resolve(id: string, by: string): Promise<Incident> {
    const incident = await this.get(id);
    return this.#change({ ...incident, status: 'resolved', resolvedMs: this.#clock.now() }, { type: 'resolved', by });
  }

  async assign(
    id: string,
    { assignee, by }: { readonly assignee?: string | undefined; readonly by: string },
  ): Promise<Incident> {
    return this.#change({ ...(await this.get(id)), assignee }, { type: 'assigned', by, text: assignee ?? '' });
  }

  async addNote(id: string, { text, by }: { readonly text: string; readonly by: string }): Promise<Incident> {
    return this.#change(await this.get(id), { type: 'note', by, text });
  }

  #change(incident: Incident, event: Omit<IncidentEvent, 'atMs'>): Incident {
    const changed = { ...incident, timeline: [...incident.timeline, { ...event, atMs: this.#clock.now() }] };
    this.#incidents.set(changed.id, changed);
    return changed;
  }
}
