import { GlasspaneError } from '@glasspane/core';
import type { ScrapeAuth } from '../config/ServerConfig.ts';
import type { Exposition } from '../exposition/Exposition.ts';
import type { LabelCache } from '../exposition/LabelCache.ts';
import { type ExpositionFormat, parseExposition } from '../exposition/parseExposition.ts';
import { readAuthorization } from './readAuthorization.ts';
import { readBody } from './readBody.ts';

/** What a scrape over HTTP needs. */
export interface HttpScrapeOptions {
  readonly url: string;
  readonly timeoutMs: number;
  readonly auth: ScrapeAuth | undefined;
  /** The largest answer that is read, in bytes after decompression. */
  readonly bodySizeLimit: number;
  readonly fetch: typeof fetch;
  /** One for each target. */
  readonly labelCache: LabelCache;
}

const ACCEPT = [
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6',
  'application/openmetrics-text;version=0.0.1;q=0.5',
  'text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4',
  'text/plain;version=0.0.4;q=0.3',
  '*/*;q=0.2',
].join(',');

/**
 * Scrapes a target over HTTP. `fetch` asks for compression and undoes it.
 *
 * @throws {@link GlasspaneError} When the target cannot be reached, or does not answer with an exposition.
 */
export async function scrapeOverHttp(options: HttpScrapeOptions, signal: AbortSignal): Promise<Exposition> {
  const { url, timeoutMs, auth, bodySizeLimit, labelCache } = options;
  const headers = new Headers({
    accept: ACCEPT,
    'user-agent': 'glasspane-server',
    'x-prometheus-scrape-timeout-seconds': String(timeoutMs / 1000),
  });
  if (auth !== undefined) headers.set('authorization', await readAuthorization(auth));
  const response = await options.fetch(url, { headers, signal });
  if (response.status !== 200) {
    // An unread body would keep the connection busy.
    await response.body?.cancel();
    const { status, statusText } = response;
    throw new GlasspaneError('bad_response', `The target answered with HTTP status ${status} ${statusText}`.trimEnd());
  }
  const format = formatOf(response.headers.get('content-type') ?? '');
  return parseExposition(await readBody(response, bodySizeLimit), { format, labelCache });
}

function formatOf(contentType: string): ExpositionFormat {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (mediaType === 'application/openmetrics-text') return 'openmetrics';
  // Small exporters often leave the type out.
  if (mediaType === '' || mediaType === 'text/plain') return 'prometheus';
  throw new GlasspaneError(
    'bad_response',
    `The target answered with ${mediaType}, which is no exposition of metrics; check its metrics_path.`,
  );
}
