import type { MiddlewareHandler } from 'hono';

/**
 * Which web pages may read answers, and change things where they have a key: these origins, or any page with `*`.
 *
 * @public
 */
export type CorsOrigins = readonly string[] | '*';

const LOOPBACK_ORIGIN = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Tells browsers which pages may read answers, in the manner of Prometheus. Pages of this machine always may.
 *
 * @param origins - Others that may, each in the form `https://app.example:8443`.
 */
export function cors(origins: CorsOrigins): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204 });
    else await next();
    c.res.headers.append('vary', 'Origin');
    if (origin === undefined) return;
    const { headers } = c.res;
    headers.set(
      'access-control-allow-headers',
      'Accept, Authorization, Content-Type, Content-Encoding, If-Match, Origin',
    );
    headers.set('access-control-allow-methods', 'GET, POST, PUT, DELETE, OPTIONS');
    headers.set('access-control-expose-headers', 'Content-Disposition, Date, ETag, Location, Retry-After');
    if (origins === '*') headers.set('access-control-allow-origin', '*');
    else if (isKnownOrigin(origin, origins)) headers.set('access-control-allow-origin', origin);
  };
}

/** Tells whether an origin is of this machine, or one of those that are listed. */
export function isKnownOrigin(origin: string, origins: CorsOrigins): boolean {
  return LOOPBACK_ORIGIN.test(origin) || (origins !== '*' && origins.includes(origin));
}
