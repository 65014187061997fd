import type { AlertSource, SilenceStore } from '@glasspane/core';
import { quoteString } from '@glasspane/promql/syntax';
import { createJsonClient, type JsonClientOptions } from '../jsonApi/JsonClient.ts';
import { parseAnswerWith } from '../jsonApi/parseAnswerWith.ts';
import { alertmanagerApi as protocol } from './alertmanagerApi.ts';
import {
  alertsSchema,
  createdSilenceSchema,
  fromMatcher,
  silencesSchema,
  toAlert,
  toSilence,
} from './alertmanagerSchemas.ts';

/** What an Alertmanager knows. */
export interface AlertmanagerSources {
  readonly alerts: AlertSource;
  readonly silences: SilenceStore;
}

/** @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out. */
export function createAlertmanagerSources(options: JsonClientOptions): AlertmanagerSources {
  const client = createJsonClient(options, protocol);
  const api = '/api/v2';
  return {
    alerts: {
      async list({ matchers = [] }, signal) {
        const params = matchers.map(
          ({ name, operator, value }) => ['filter', `${name}${operator}${quoteString(value)}`] as const,
        );
        const data = await client.ask({ method: 'GET', api, path: 'alerts', params }, signal);
        return parseAnswerWith(alertsSchema, { protocol, what: 'list of alerts', data })
          .map((alert) => toAlert(alert, Date.now()))
          .sort((a, b) => b.startsAtMs - a.startsAtMs);
      },
    },
    silences: {
      async list(signal) {
        const data = await client.ask({ method: 'GET', api, path: 'silences' }, signal);
        return parseAnswerWith(silencesSchema, { protocol, what: 'list of silences', data }).map(toSilence);
      },
      async create({ matchers, startsAtMs, endsAtMs, createdBy, comment }, signal) {
        const json = {
          matchers: matchers.map(fromMatcher),
          startsAt: new Date(startsAtMs).toISOString(),
          endsAt: new Date(endsAtMs).toISOString(),
          createdBy,
          comment,
        };
        const data = await client.ask({ method: 'POST', api, path: 'silences', json }, signal);
        return parseAnswerWith(createdSilenceSchema, { protocol, what: 'id of a silence', data }).silenceID;
      },
      async expire(id, signal) {
        await client.ask({ method: 'DELETE', api, path: `silence/${encodeURIComponent(id)}` }, signal);
      },
    },
  };
}
