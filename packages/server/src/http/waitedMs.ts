import type { Context } from 'hono';

const NAME = 'glasspane.waitedMs';

/** Notes how long a request has waited for its turn, in milliseconds. */
export function noteWait(c: Context, durationMs: number): void {
  c.set(NAME, durationMs);
}

/** Returns how long a request has waited for its turn, in milliseconds. */
export function waitedMs(c: Context): number {
  const noted: unknown = c.get(NAME);
  return typeof noted === 'number' ? noted : 0;
}
