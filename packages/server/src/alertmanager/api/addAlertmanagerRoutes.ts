import { GlasspaneError } from '@glasspane/core';
import { postAlerts } from '@glasspane/core/alerting';
import type { Context, Hono } from 'hono';
import type { ApiError } from '../../http/ApiError.ts';
import { toApiError } from '../../http/apiRoute.ts';
import { readJson } from '../../http/readJson.ts';
import { sendText } from '../../http/sendText.ts';
import type { Logger } from '../../log/Logger.ts';
import type { AlertEngine } from '../AlertEngine.ts';
import type { AlertmanagerConfig } from '../config/AlertmanagerConfig.ts';
import { listAlerts, listGroups } from './listAlerts.ts';
import { readPostableAlerts, readPostableSilence } from './readPostable.ts';
import { endSilence, listSilences, postSilence } from './silences.ts';
import { toWireSilence } from './toWire.ts';
import { formatWireTime } from './wireTime.ts';

/** What the routes stand on. */
export interface AlertmanagerRoutesOptions {
  readonly engine: AlertEngine;
  readonly config: AlertmanagerConfig;
  readonly log: Logger;
  readonly version: Promise<string>;
}

const BODY_LIMITS = { maxBytes: 10 * 1024 * 1024, maxUnpackedBytes: 32 * 1024 * 1024 };
const STATUS_OF_CODE = new Map([
  ['invalid', 400],
  ['not_found', 404],
  ['unavailable', 503],
]);
/** The Alertmanager whose API this is; clients choose by it what they ask for. */
const API_VERSION = '0.25.0';

/** Adds Alertmanager's API v2. Errors are texts in JSON, as there. */
export function addAlertmanagerRoutes(app: Hono, { engine, config, log, version }: AlertmanagerRoutesOptions): void {
  const startedMs = engine.clock.now();
  const route = (handle: (c: Context, query: URLSearchParams) => unknown) => async (c: Context) => {
    try {
      const answer = await handle(c, new URL(c.req.url).searchParams);
      return answer === undefined ? c.body(null, 200) : await sendJson(c, 200, answer);
    } catch (error) {
      const { status, message } = toV2Error(error, log, c.req.raw.signal);
      return await sendJson(c, status, message);
    }
  };
  app.get(
    '/api/v2/status',
    route(async () => statusOf(config, await version, startedMs)),
  );
  app.get(
    '/api/v2/receivers',
    route(() => config.receivers.map(({ name }) => ({ name }))),
  );
  app.get(
    '/api/v2/alerts',
    route((_, query) => listAlerts(engine, query)),
  );
  app.get(
    '/api/v2/alerts/groups',
    route((_, query) => listGroups(engine, query)),
  );
  app.post(
    '/api/v2/alerts',
    route(async (c) => {
      const alerts = readPostableAlerts(await readJson(c, BODY_LIMITS), engine.clock.now());
      await engine.run((state) => postAlerts(engine.compiled, state, alerts, engine.clock.now()));
    }),
  );
  app.get(
    '/api/v2/silences',
    route((_, query) => listSilences(engine, query)),
  );
  app.post(
    '/api/v2/silences',
    route(async (c) => ({ silenceID: await postSilence(engine, readPostableSilence(await readJson(c, BODY_LIMITS))) })),
  );
  app.get(
    '/api/v2/silence/:id',
    route((c) => {
      const silence = engine.state.silences.get(c.req.param('id') ?? '');
      if (silence === undefined) throw new GlasspaneError('not_found', 'silence not found');
      return toWireSilence(silence, engine.clock.now());
    }),
  );
  app.delete(
    '/api/v2/silence/:id',
    route((c) => endSilence(engine, c.req.param('id') ?? '')),
  );
}

function statusOf({ original }: AlertmanagerConfig, version: string, startedMs: number): object {
  return {
    cluster: { peers: [], status: 'disabled' },
    config: { original },
    uptime: formatWireTime(startedMs),
    versionInfo: {
      branch: '',
      buildDate: '',
      buildUser: '',
      goVersion: '',
      revision: `glasspane-server-${version}`,
      version: API_VERSION,
    },
  };
}

function toV2Error(
  error: unknown,
  log: Logger,
  client: AbortSignal,
): { readonly status: number; readonly message: string } {
  const status = error instanceof GlasspaneError ? STATUS_OF_CODE.get(error.code) : undefined;
  if (status !== undefined && error instanceof GlasspaneError) return { status, message: error.message };
  const { status: apiStatus, message }: ApiError = toApiError(error, log, client);
  return { status: apiStatus, message };
}

function sendJson(c: Context, status: number, value: unknown): Promise<Response> {
  return sendText(c, status, 'application/json', JSON.stringify(value));
}
