/** What went wrong, in the words of Prometheus's API; those from `unauthorized` on are ours. */
export type ApiErrorType =
  | 'bad_data'
  | 'execution'
  | 'canceled'
  | 'timeout'
  | 'internal'
  | 'unavailable'
  | 'not_found'
  | 'not_acceptable'
  | 'unauthorized'
  | 'forbidden'
  | 'conflict'
  | 'precondition_required'
  | 'rate_limited'
  | 'unsupported'
  | 'unreachable';

/** The HTTP status of each type of error, as in Prometheus; 499 is nginx's "client closed request". */
const STATUS_OF_ERROR: Readonly<Record<ApiErrorType, number>> = {
  bad_data: 400,
  execution: 422,
  canceled: 499,
  timeout: 503,
  internal: 500,
  unavailable: 503,
  not_found: 404,
  not_acceptable: 406,
  unauthorized: 401,
  forbidden: 403,
  conflict: 409,
  precondition_required: 428,
  rate_limited: 429,
  unsupported: 501,
  unreachable: 502,
};

/** An error that the API answers with. */
export class ApiError extends Error {
  override readonly name: string = 'ApiError';
  readonly type: ApiErrorType;
  readonly status: number;

  constructor(type: ApiErrorType, message: string, status: number = STATUS_OF_ERROR[type]) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

/** Makes the error for a parameter that cannot be used. */
export function invalidParameter(name: string, reason: string): ApiError {
  return new ApiError('bad_data', `invalid parameter ${JSON.stringify(name)}: ${reason}`);
}
