import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

/** What comes with a request besides itself. */
export interface PeerBindings {
  /** From the HTTP server. */
  readonly incoming?: IncomingMessage | undefined;
  /** Said by the host that hands the request over, and by nobody else. */
  readonly isTrusted?: boolean | undefined;
}

// Whoever passes a request on names, in one of these, whom it comes from or through.
const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];
const LOOPBACK_ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/;

/** Tells whether a request comes from this machine itself: over loopback, and not passed on from somewhere else. */
export function isFromThisMachine(c: Context): boolean {
  const address = bindingsOf(c).incoming?.socket.remoteAddress ?? '';
  return LOOPBACK_ADDRESS.test(address) && PASSED_ON.every((name) => c.req.header(name) === undefined);
}

/** Tells whether the host that embeds the server vouches for a request. */
export function isVouchedFor(c: Context): boolean {
  return bindingsOf(c).isTrusted === true;
}

function bindingsOf(c: Context): PeerBindings {
  return (c.env ?? {}) as PeerBindings;
}
