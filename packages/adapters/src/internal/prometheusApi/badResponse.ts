import { GlasspaneError } from '@glasspane/core';

/**
 * Returns the error for an answer that is not what the protocol says.
 *
 * @param what - What is wrong, and where in the answer: `data.result[3].values[0] is not a [time, value] pair`.
 */
export function badResponse(what: string, cause?: unknown): GlasspaneError {
  return new GlasspaneError(
    'bad_response',
    `The backend's answer is not what the Prometheus HTTP API says: ${what}. Check that the address is one of a ` +
      'Prometheus-compatible server, and that nothing in between changes its answers.',
    { cause },
  );
}
