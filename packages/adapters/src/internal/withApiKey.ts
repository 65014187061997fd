import { GlasspaneError } from '@glasspane/core';
import type { HttpOptions } from './prometheusApi/HttpTransport.ts';

/**
 * Returns options of HTTP whose requests carry an API key, unless the host's own headers say who asks.
 *
 * @throws {@link GlasspaneError} `invalid` when no header can carry the key; the message does not show it.
 */
export function withApiKey<TOptions extends HttpOptions>(options: TOptions, apiKey: string | undefined): TOptions {
  if (apiKey === undefined) return options;
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new GlasspaneError(
      'invalid',
      'The apiKey must be the text that the server showed when the key was made, without spaces or line breaks.',
    );
  }
  return {
    ...options,
    async headers() {
      const headers = new Headers(await options.headers?.());
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${apiKey}`);
      return headers;
    },
  };
}
