import type { MiddlewareHandler } from 'hono';

/**
 * Which web pages may read answers: these origins, or any page with `*`.
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
    headers.set('access-control-allow-headers', 'Accept, Authorization, Content-Type, Content-Encoding, Origin');
    headers.set('access-control-allow-methods', 'GET, POST, OPTIONS');
    headers.set('access-control-expose-headers', 'Date');
    if (origins === '*') headers.set('access-control-allow-origin', '*');
    else if (LOOPBACK_ORIGIN.test(origin) || origins.includes(origin)) {
      headers.set('access-control-allow-origin', origin);
    }
  };
}
