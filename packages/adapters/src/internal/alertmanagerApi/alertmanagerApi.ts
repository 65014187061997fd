import { GlasspaneError } from '@glasspane/core';
import type { ApiProtocol } from '../jsonApi/statusError.ts';
import { asRecord } from '../prometheusApi/json.ts';

/** Version 2 of Alertmanager's API. */
export const alertmanagerApi: ApiProtocol = {
  name: 'Alertmanager API v2',
  path: '/api/v2',
  parseFailure(body) {
    const message = messageOf(body);
    if (message === undefined) return undefined;
    // Older Alertmanagers answer so with status 500.
    return /\bnot found$/.test(message) ? { message, code: 'not_found' } : { message };
  },
  badResponse: (what, cause) =>
    new GlasspaneError(
      'bad_response',
      `The answer is not what the Alertmanager API v2 says: ${what}. Check that the address is one of an Alertmanager, ` +
        'and that nothing in between changes its answers.',
      { cause },
    ),
};

/** A failure is a text, or an object with a message where the request itself was faulty. */
function messageOf(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const message = typeof parsed === 'string' ? parsed : asRecord(parsed)?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
