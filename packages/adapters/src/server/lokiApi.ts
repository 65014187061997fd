import { GlasspaneError } from '@glasspane/core';
import type { ApiProtocol } from '../internal/jsonApi/statusError.ts';
import { looksLikeHtml, parseFailure } from '../internal/prometheusApi/envelope.ts';

/** Loki's HTTP API. Its failures are plain text. */
export const lokiApi: ApiProtocol = {
  name: 'Loki API',
  path: '/loki/api/v1',
  parseFailure(body) {
    const message = parseFailure(body)?.error ?? body.trim();
    return message === '' || looksLikeHtml(body) ? undefined : { message };
  },
  badResponse: (what, cause) =>
    new GlasspaneError(
      'bad_response',
      `The server's answer is not what the Loki API says: ${what}. Check that the address is one of a ` +
        'glasspane-server, and that nothing in between changes its answers.',
      { cause },
    ),
};
