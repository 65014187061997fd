import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { RouterRoute } from 'hono/types';
import { ApiError } from '../http/ApiError.ts';
import { type AllowedHosts, createHostTest } from '../http/allowHosts.ts';
import { sendError } from '../http/apiRoute.ts';
import { type CorsOrigins, isKnownOrigin } from '../http/cors.ts';
import type { KeyStore } from './createKeyStore.ts';
import { isFromThisMachine, isVouchedFor } from './peer.ts';
import { readCredential } from './readCredential.ts';
import { type RouteScope, scopeOfRoute } from './routeScopes.ts';
import { grants, type Scope } from './Scope.ts';

/** How a guard decides. */
export interface GuardOptions {
  readonly keys: Pick<KeyStore, 'find'>;
  readonly corsOrigins: CorsOrigins;
  /** The names under which this machine may ask without a key, besides those that always mean it. */
  readonly allowedHosts: AllowedHosts;
  /** Whether this machine needs a key as well. */
  readonly requireKey: boolean;
}

const STRICTEST_FIRST = ['admin', 'edit', 'ingest', 'read', 'open'] as const;
const CHALLENGE = 'Bearer realm="Glasspane"';
const HOW_TO_SEND = 'send one as "Authorization: Bearer gp_…", or as the password of basic authentication';

/**
 * Decides who may ask for what, by the route that a request has found: before it stand only middleware, after it the
 * routes. Without a key, only this machine may ask.
 */
export function guard(options: GuardOptions): MiddlewareHandler {
  const namesThisMachine = createHostTest(options.allowedHosts);
  // A route never changes what it asks for.
  const scopes = new WeakMap<RouterRoute, RouteScope>();
  const scopeOf = (route: RouterRoute): RouteScope => {
    const known = scopes.get(route) ?? scopeOfRoute(route.method, route.path) ?? 'admin';
    scopes.set(route, known);
    return known;
  };
  return async (c, next) => {
    const needed = neededScope(c, scopeOf);
    if (needed === undefined || needed === 'open') return next();
    const refusal = refusalOf(c, needed, options, namesThisMachine);
    if (refusal === undefined) return next();
    const response = await sendError(c, refusal);
    if (refusal.status === 401) response.headers.set('www-authenticate', CHALLENGE);
    return response;
  };
}

/** Returns the strictest of what the routes that a request has found ask for; `undefined` where there is none. */
function neededScope(c: Context, scopeOf: (route: RouterRoute) => RouteScope): RouteScope | undefined {
  const needed = matchedRoutes(c)
    .filter(({ method, path }) => method !== 'ALL' || !path.endsWith('/*'))
    .map(scopeOf);
  return STRICTEST_FIRST.find((scope) => needed.includes(scope));
}

function refusalOf(
  c: Context,
  needed: Scope,
  { keys, corsOrigins, requireKey }: GuardOptions,
  namesThisMachine: (host: string) => boolean,
): ApiError | undefined {
  const isForeign = needed !== 'read' && isForeignPage(c, corsOrigins);
  if (isForeign && corsOrigins !== '*') return foreignPage(c);
  const credential = readCredential(c.req.header('authorization'));
  if (credential !== undefined) {
    const key = keys.find(credential);
    if (key === undefined) return unknownKey();
    return grants(key.scopes, needed) ? undefined : lackingScope(key.scopes, needed);
  }
  if (isVouchedFor(c)) return undefined;
  const isOwn = isFromThisMachine(c) && namesThisMachine(c.req.header('host') ?? '');
  return isOwn && !requireKey && !isForeign ? undefined : missingKey();
}

/** Tells whether a request comes from a web page that is neither this server's nor one that it knows. */
function isForeignPage(c: Context, corsOrigins: CorsOrigins): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined || isKnownOrigin(origin, corsOrigins)) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host === '' || (host !== c.req.header('host') && host !== c.req.header('x-forwarded-host'));
}

function foreignPage(c: Context): ApiError {
  const origin = JSON.stringify(c.req.header('origin'));
  return new ApiError(
    'forbidden',
    `pages of ${origin} may not change anything here: start the server with --cors-origin (corsOrigins of createServer) and that origin if they should`,
  );
}

function missingKey(): ApiError {
  return new ApiError(
    'unauthorized',
    `there is no key in the request: ${HOW_TO_SEND}. Make one with POST /api/v1/keys; on the server's own machine that needs none, unless the server was told to require one`,
  );
}

function unknownKey(): ApiError {
  return new ApiError(
    'unauthorized',
    `the key is not known here, it may have been deleted: ${HOW_TO_SEND}, and make a new one with POST /api/v1/keys`,
  );
}

function lackingScope(held: readonly Scope[], needed: Scope): ApiError {
  return new ApiError(
    'forbidden',
    `the key has the scope ${held.join(', ')}, and this needs ${needed}: use a key that has it, or make one with POST /api/v1/keys`,
  );
}
