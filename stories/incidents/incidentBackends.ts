import { type Backend, GlasspaneError } from '@glasspane/core';
import { silent, unreachable, withMethods } from '../fakes/faults.ts';
import { InMemoryIncidents } from '../fakes/InMemoryIncidents.ts';
import { sampleIncidents } from '../fakes/sampleIncidents.ts';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';

const { metrics } = sampleBackend;

let made = 0;

/** Returns a backend whose incidents are in memory; each call starts anew. */
export function incidentsBackend(incidents = sampleIncidents(sampleClock.now())): Backend {
  made += 1;
  return { id: `incidents-${made}`, metrics, incidents: new InMemoryIncidents(incidents, sampleClock) };
}

/** Returns a backend whose incidents can be read and not changed. */
export function refusingBackend(): Backend {
  const refuse = async (): Promise<never> => {
    throw new GlasspaneError('forbidden', 'Your key may only read; ask for one that may edit.');
  };
  const store = new InMemoryIncidents(sampleIncidents(sampleClock.now()), sampleClock);
  made += 1;
  return {
    id: `incidents-${made}`,
    metrics,
    incidents: withMethods(store, { acknowledge: refuse, resolve: refuse, assign: refuse, addNote: refuse }),
  };
}

export const unreachableIncidents: Backend = { id: 'incidents-unreachable', metrics, incidents: unreachable() };

export const silentIncidents: Backend = { id: 'incidents-silent', metrics, incidents: silent() };

export const withoutIncidents: Backend = { id: 'incidents-none', metrics };
