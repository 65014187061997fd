import { GlasspaneError } from '@glasspane/core';
import { Faults } from '../http/Faults.ts';
import { jsonRoute } from '../http/jsonRoute.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { readDefinitions } from './readDefinitions.ts';
import { readSamples } from './readSamples.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** Makes the part that defines metrics and records samples of them. A request is taken as a whole or not at all. */
export function createRecordPart({ store, clock, log }: Pick<ServerContext, 'store' | 'clock' | 'log'>): ServerPart {
  return {
    routes(app) {
      app.post(
        '/api/metrics',
        jsonRoute(
          async ({ body }) => {
            const { define, record } = readBody(body);
            const faults = new Faults();
            const definitions = readDefinitions(define, faults);
            const known = new Map([...store.metadata(), ...definitions].map((metric) => [metric.name, metric]));
            const rules = { nowMs: clock.now(), find: (name: string) => known.get(name) };
            const samples = readSamples(record, rules, faults);
            faults.throwIfAny('request');
            await store.append({ samples, metadata: definitions });
            return { data: { defined: definitions.length, recorded: samples.length } };
          },
          { log, maxBytes: MAX_BYTES },
        ),
      );
    },
  };
}

function readBody(body: unknown): { readonly define?: unknown; readonly record?: unknown } {
  const form = 'a body is {"define": [metric, …]}, {"record": [sample, …]} or both';
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new GlasspaneError('invalid', form);
  const unknown = Object.keys(body).find((field) => field !== 'define' && field !== 'record');
  if (unknown !== undefined) throw new GlasspaneError('invalid', `"${unknown}" is not known here; ${form}`);
  if (Object.keys(body).length === 0) throw new GlasspaneError('invalid', `there is nothing in it; ${form}`);
  return body;
}
