import {
  createJsonClient,
  type DownloadedFile,
  type JsonCall,
  type JsonClientOptions,
} from '../internal/jsonApi/JsonClient.ts';
import { parseAnswerWith, readAnswer } from '../internal/jsonApi/parseAnswerWith.ts';
import { asRecord } from '../internal/prometheusApi/json.ts';
import { glasspaneApi } from './glasspaneApi.ts';

/** Asks the server's own API and takes the answers out of their envelopes. */
export interface ServerApi {
  /** Returns the `data` of an answer, still as it came; `undefined` where there is none. */
  ask(call: JsonCall, signal?: AbortSignal): Promise<unknown>;
  download(call: JsonCall, signal?: AbortSignal): Promise<DownloadedFile>;
}

/** @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out. */
export function createServerApi(options: JsonClientOptions): ServerApi {
  const client = createJsonClient(options, glasspaneApi);
  return {
    async ask(call, signal) {
      const answer = await client.ask(call, signal);
      if (answer === undefined) return undefined;
      const envelope = asRecord(answer);
      if (envelope?.status !== 'success') throw glasspaneApi.badResponse('its status is not "success"');
      return envelope.data;
    },
    download: client.download,
  };
}

/** Returns an answer's data as the schema's type. @throws {@link GlasspaneError} `bad_response` when it is none. */
export function parseData<TValue>(
  schema: Parameters<typeof parseAnswerWith<TValue>>[0],
  what: string,
  data: unknown,
): TValue {
  return parseAnswerWith(schema, { protocol: glasspaneApi, what, data });
}

/** Runs a parser of core on an answer's data. @throws {@link GlasspaneError} `bad_response` when it refuses it. */
export function readData<TValue>(what: string, parse: () => TValue): TValue {
  return readAnswer(glasspaneApi, what, parse);
}

/** Returns an id as a part of a path. */
export function segment(id: string): string {
  // A browser takes a lone dot, or two, for a way up.
  return /^\.{1,2}$/.test(id) ? id.replaceAll('.', '%2E') : encodeURIComponent(id);
}
