import type { JsonEncoder } from './encode/JsonEncoder.ts';
import type { RequestForm } from './RequestForm.ts';

/** What a handler of the API gets to see of a request. */
export interface ApiRequest {
  readonly form: RequestForm;
  /** The parameter in the path, decoded; the empty text where the path has none. */
  readonly name: string;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
  /** How long it has waited for its turn, in milliseconds. @defaultValue 0 */
  readonly waitedMs?: number | undefined;
}

/** What a handler answers. */
export interface ApiResult {
  /** The JSON text of `data`, or what writes it. */
  readonly json: string | JsonEncoder;
  readonly warnings?: readonly string[] | undefined;
  readonly infos?: readonly string[] | undefined;
}

/**
 * Answers one kind of request, knowing nothing of HTTP.
 *
 * @throws {@link ApiError} With the answer in case of an error.
 */
export type ApiHandler = (request: ApiRequest) => Promise<ApiResult> | ApiResult;

/** The warning that goes with every list that a limit cut short. */
export const TRUNCATED = 'results truncated due to limit';
