import type { Clock, MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { compress } from 'snappyjs';
import { seriesKey } from '../store/SeriesCatalog.ts';
import { messageOf } from '../store/storeErrors.ts';
import { encodeWriteRequest } from './encodeWriteRequest.ts';
import { ImportError } from './ImportError.ts';
import type { FileIdentity, ImportBatch, ImportTarget, KnownImport, MetricNews } from './ImportTarget.ts';
import { SeriesTimes } from './SeriesTimes.ts';
import { splitSamples } from './splitSamples.ts';

/** Where a {@link RemoteTarget} sends, and how. */
export interface RemoteTargetOptions {
  /** The address of the server: `http://127.0.0.1:4401`. */
  readonly url: string;
  readonly key: string | undefined;
  readonly clock: Clock;
  /** Hears of each attempt that failed and will be repeated. */
  readonly onRetry: (reason: string, delayMs: number) => void;
  /** Aborted to give up between two attempts. */
  readonly signal: AbortSignal;
}

// Small enough that the server does not stand still while it reads one.
const SAMPLES_PER_REQUEST = 20_000;
const TIMEOUT_MS = 60_000;
const FIRST_DELAY_MS = 500;
const ATTEMPTS = 8;
const TOO_MANY = 429;

/** Sends to a server that runs, by remote write 1.0. */
export class RemoteTarget implements ImportTarget {
  readonly hasRecords = false;
  readonly batchSamples = 200_000;
  readonly #options: RemoteTargetOptions;
  readonly #address: string;
  readonly #numbers = new Map<string, number>();
  readonly #labels: Labels[] = [];
  readonly #metadata = new Map<string, MetricDescriptor>();

  constructor(options: RemoteTargetOptions) {
    this.#options = options;
    this.#address = `${options.url.replace(/\/+$/, '')}/api/v1/write`;
  }

  seriesFor(labels: Labels): number {
    const key = seriesKey(labels);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#labels.length;
    this.#numbers.set(key, number);
    this.#labels.push(labels);
    return number;
  }

  async write({ samples, metadata }: ImportBatch): Promise<number> {
    const ids = this.#labels.map((_, number) => number);
    // Nothing is known of what the server has, so there are no late ones within one batch that are not repeated in it.
    const { fresh, late } = splitSamples(samples, new SeriesTimes(), ids);
    let described = metadata.map((news) => this.#describe(news));
    for (const columns of [fresh, late]) {
      for (let from = 0; from < columns.length; from += SAMPLES_PER_REQUEST) {
        const part = [from, Math.min(columns.length, from + SAMPLES_PER_REQUEST)] as const;
        await this.#send(encodeWriteRequest(columns, part, (number) => this.#labels[number] ?? {}, described));
        described = [];
      }
    }
    if (described.length > 0) await this.#send(encodeWriteRequest(fresh, [0, 0], () => ({}), described));
    return 0;
  }

  find(_identity: FileIdentity): Promise<KnownImport> {
    return Promise.resolve({ type: 'new' });
  }

  async close(): Promise<void> {
    // Nothing is open between two requests.
  }

  /** Sends one request until it is taken; a server that refuses it is not asked again. */
  async #send(message: Uint8Array): Promise<void> {
    const { clock, onRetry, signal } = this.#options;
    const body = Uint8Array.from(compress(message));
    for (let attempt = 1; ; attempt += 1) {
      const fault = await this.#post(body);
      if (fault === undefined) return;
      if (attempt === ATTEMPTS || signal.aborted) {
        throw new ImportError(`${this.#address} did not take the samples: ${fault}; repeat the command when it does`);
      }
      const delayMs = FIRST_DELAY_MS * 2 ** (attempt - 1);
      onRetry(fault, delayMs);
      await pause(clock, delayMs, signal);
    }
  }

  /** Returns what went wrong, where it is worth another attempt. */
  async #post(body: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
    const { key } = this.#options;
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.#address, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-protobuf',
          'content-encoding': 'snappy',
          'x-prometheus-remote-write-version': '0.1.0',
          'user-agent': 'Glasspane',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = (await response.text()).trim();
    } catch (error) {
      return messageOf(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
    }
    if (response.ok) return undefined;
    const fault = `HTTP ${response.status}${text === '' ? '' : `: ${text}`}`;
    if (response.status >= 500 || response.status === TOO_MANY) return fault;
    throw new ImportError(`${this.#address} refuses the samples: ${fault}`);
  }

  #describe(news: MetricNews): MetricDescriptor {
    const descriptor: MetricDescriptor = { ...(this.#metadata.get(news.name) ?? { type: 'unknown' }), ...news };
    this.#metadata.set(news.name, descriptor);
    return descriptor;
  }
}

function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.setTimeout(end, delayMs);
    function end(): void {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
