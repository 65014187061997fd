import type { Clock } from '@glasspane/core';
import type { DeliveryOutcome } from '@glasspane/core/alerting';
import { hasUserInfo, isHttpUrl } from '../config/readChannels.ts';

/** A message on its way to a webhook. */
export interface JsonPost {
  readonly url: string;
  readonly body: object;
  /** The value of the header `Idempotency-Key`. */
  readonly key: string;
  readonly authorization?: string | undefined;
  readonly timeoutMs: number;
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

const TOO_LATE = 408;
const TOO_MANY = 429;

/** Posts JSON once, and says how it went: without the address, which may hold a secret. */
export async function postJson(post: JsonPost): Promise<DeliveryOutcome> {
  const { url, body, key, authorization, timeoutMs, signal, clock } = post;
  if (!isHttpUrl(url)) return failed('the address does not begin with http:// or https://', true);
  if (hasUserInfo(url)) return failed('the address holds a user or password, which belong in http_config', true);
  const attempt = new AbortController();
  const stop = (): void => attempt.abort();
  const cancelTimeout = clock.setTimeout(stop, timeoutMs);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'user-agent': 'Glasspane',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify(body),
      // A redirect would take what is told, and the key, elsewhere.
      redirect: 'manual',
      signal: attempt.signal,
    });
    await response.body?.cancel();
    return outcomeOf(response);
  } catch (error) {
    if (signal.aborted) return failed('the server stops', false);
    return failed(attempt.signal.aborted ? `no answer within ${timeoutMs / 1000} s` : connectionFault(error), false);
  } finally {
    cancelTimeout();
    signal.removeEventListener('abort', stop);
  }
}

function outcomeOf({ ok, status, headers }: Response): DeliveryOutcome {
  if (ok) return { type: 'delivered' };
  const isTemporary = status >= 500 || status === TOO_LATE || status === TOO_MANY;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = isTemporary && seconds > 0 ? seconds * 1000 : undefined;
  return { type: 'failed', error: `it answered HTTP ${status}`, isFinal: !isTemporary, retryAfterMs };
}

function connectionFault(error: unknown): string {
  // Only the code: the message names the address.
  const { cause } = (error ?? {}) as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === 'string' ? `no connection (${cause.code})` : 'no connection';
}

function failed(error: string, isFinal: boolean): DeliveryOutcome {
  return { type: 'failed', error, isFinal };
}
