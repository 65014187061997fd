import { type ErrorCode, GlasspaneError } from '@glasspane/core';
import type { ApiProtocol } from '../internal/jsonApi/statusError.ts';
import { parseFailure } from '../internal/prometheusApi/envelope.ts';

const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ['bad_data', 'invalid'],
  ['conflict', 'conflict'],
  ['execution', 'invalid'],
  ['forbidden', 'forbidden'],
  ['internal', 'internal'],
  ['not_found', 'not_found'],
  ['precondition_required', 'invalid'],
  ['rate_limited', 'rate_limited'],
  ['timeout', 'timeout'],
  ['unauthorized', 'unauthorized'],
  ['unavailable', 'unavailable'],
  ['unreachable', 'unavailable'],
  ['unsupported', 'unsupported'],
]);

/** The API of a `glasspane-server` for what no standard covers: JSON in Prometheus's envelope. */
export const glasspaneApi: ApiProtocol = {
  name: 'Glasspane API',
  path: '/api',
  parseFailure(body) {
    const failure = parseFailure(body);
    return failure === undefined ? undefined : { message: failure.error, code: CODES.get(failure.errorType) };
  },
  badResponse: (what, cause) =>
    new GlasspaneError(
      'bad_response',
      `The server's answer is not what the Glasspane API says: ${what}. Check that the address is one of a ` +
        'glasspane-server of this version, and that nothing in between changes its answers.',
      { cause },
    ),
};
