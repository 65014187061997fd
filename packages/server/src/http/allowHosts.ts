import { isLoopback } from './isLoopback.ts';

/**
 * Under which names, besides those of this machine, a server on a loopback address may be asked: these, or any with `*`.
 *
 * @public
 */
export type AllowedHosts = readonly string[] | '*';

type Fetch<TRest extends readonly unknown[]> = (request: Request, ...rest: TRest) => Response | Promise<Response>;

/**
 * Refuses requests that name another host. A page from elsewhere can let its own name stand for this machine (DNS
 * rebinding), and would then count as a page of this server; its requests still say that name.
 */
export function allowHosts<TRest extends readonly unknown[]>(fetch: Fetch<TRest>, allowed: AllowedHosts): Fetch<TRest> {
  const isAllowed = createHostTest(allowed);
  return (request, ...rest) => {
    const header = request.headers.get('host') ?? '';
    return isAllowed(header) ? fetch(request, ...rest) : refuse(hostOf(header));
  };
}

/** Returns what tells whether a Host header names this machine, or one of the hosts that are allowed. */
export function createHostTest(allowed: AllowedHosts): (header: string) => boolean {
  if (allowed === '*') return () => true;
  const names = new Set(allowed.map(plainName));
  // Most requests name the host that the one before named.
  let last: { readonly header: string; readonly isAllowed: boolean } | undefined;
  return (header) => {
    if (last?.header === header) return last.isAllowed;
    const host = hostOf(header);
    last = { header, isAllowed: isLoopback(host) || names.has(host) };
    return last.isAllowed;
  };
}

function hostOf(header: string): string {
  return plainName(header.replace(/:\d*$/, ''));
}

/** In lower case, without the brackets around an address and the dot that may end a name. */
function plainName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function refuse(host: string): Response {
  const error = `requests for the host ${JSON.stringify(host)} are not answered: ask for 127.0.0.1 or localhost, or start the server with --allowed-host ${host || 'HOST'} (allowedHosts of createServer) if a proxy passes that name on`;
  return Response.json({ status: 'error', errorType: 'bad_data', error }, { status: 403 });
}
