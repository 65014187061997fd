import { CancelledError, GlasspaneError } from '@glasspane/core';

/**
 * Runs a request under a signal that fires when the caller gives up or the time is over, and rejects at once when it
 * does, even where the request does not listen to the signal.
 *
 * @throws {@link CancelledError} When the caller gave up.
 * @throws {@link GlasspaneError} `timeout` when the time was over.
 */
export async function withDeadline<TResult>(
  caller: AbortSignal | undefined,
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<TResult>,
): Promise<TResult> {
  if (caller?.aborted) throw new CancelledError(caller.reason);
  const controller = new AbortController();
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    const give = (error: GlasspaneError): void => {
      reject(error);
      controller.abort(error);
    };
    const onAbort = (): void => give(new CancelledError(caller?.reason));
    const timer = setTimeout(() => give(timeoutError(timeoutMs)), timeoutMs);
    caller?.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([run(controller.signal), stopped]);
  } finally {
    stop();
  }
}

function timeoutError(timeoutMs: number): GlasspaneError {
  return new GlasspaneError(
    'timeout',
    `No answer within ${timeoutMs / 1000} s. Ask for a shorter time range or fewer series, or raise timeoutMs.`,
  );
}
