import { GlasspaneError, type Incident, type IncidentStatus } from '@glasspane/core';
import { type IncidentAction, reduceIncident } from '@glasspane/core/alerting';
import type { AlertEngine } from '../alertmanager/AlertEngine.ts';
import { jsonRoute } from '../http/jsonRoute.ts';
import type { Logger } from '../log/Logger.ts';
import type { ServerPart } from '../parts/ServerPart.ts';
import { readIncidentAction } from './readIncidentAction.ts';

/** What the routes of incidents stand on. */
export interface IncidentsPartOptions {
  readonly engine: AlertEngine;
  readonly log: Logger;
}

const PATH = '/api/v1/incidents';
const DEFAULT_LIMIT = 100;
const STATUSES: readonly IncidentStatus[] = ['triggered', 'acknowledged', 'resolved'];
const ACTIONS = ['acknowledge', 'resolve', 'assign', 'notes'] as const;

/** Makes the part through which people see incidents and say what they do about them. */
export function createIncidentsPart({ engine, log }: IncidentsPartOptions): ServerPart {
  return {
    routes(app) {
      app.get(
        PATH,
        jsonRoute(({ query }) => ({ data: listIncidents(engine, query) }), { log }),
      );
      app.get(
        `${PATH}/:id`,
        jsonRoute(({ param }) => ({ data: find(engine, param('id')) }), { log }),
      );
      for (const name of ACTIONS) {
        app.post(
          `${PATH}/:id/${name}`,
          jsonRoute(
            async ({ param, body }) => ({ data: await change(engine, param('id'), readIncidentAction(name, body)) }),
            { log },
          ),
        );
      }
    },
  };
}

function listIncidents({ state }: AlertEngine, query: URLSearchParams): readonly Incident[] {
  const statuses = readStatuses(query);
  const limit = readLimit(query);
  return [...state.incidents.values()]
    .filter(({ status }) => statuses.includes(status))
    .sort((a, b) => b.triggeredMs - a.triggeredMs || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** Several may be given, one a parameter or with commas between them. */
function readStatuses(query: URLSearchParams): readonly IncidentStatus[] {
  const given = query
    .getAll('status')
    .flatMap((text) => text.split(','))
    .filter((text) => text !== '');
  const unknown = given.find((text) => !STATUSES.some((status) => status === text));
  if (unknown !== undefined) {
    throw new GlasspaneError('invalid', `status ${JSON.stringify(unknown)} is none of ${STATUSES.join(', ')}`);
  }
  return given.length === 0 ? STATUSES : STATUSES.filter((status) => given.includes(status));
}

function readLimit(query: URLSearchParams): number {
  const text = query.get('limit') ?? String(DEFAULT_LIMIT);
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new GlasspaneError('invalid', `limit ${JSON.stringify(text)} is no number from 1 on`);
}

function find({ state }: Pick<AlertEngine, 'state'>, id: string): Incident {
  const incident = state.incidents.get(id);
  if (incident !== undefined) return incident;
  throw new GlasspaneError('not_found', `There is no incident with the id ${JSON.stringify(id)}.`);
}

async function change(engine: AlertEngine, id: string, action: IncidentAction): Promise<Incident> {
  const after = await engine.run((state) => {
    const incident = find({ state }, id);
    const value = reduceIncident(incident, action, engine.clock.now());
    if (value === incident) return { state, changes: [] };
    return {
      state: { ...state, incidents: new Map([...state.incidents, [id, value]]) },
      changes: [{ collection: 'incidents', id, value }],
    };
  });
  return find({ state: after }, id);
}
