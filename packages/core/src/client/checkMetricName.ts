import { GlasspaneError } from '../errors/GlasspaneError.ts';

/** @throws {@link GlasspaneError} `invalid` when it is no name of a metric. */
export function checkMetricName(name: unknown): asserts name is string {
  if (typeof name === 'string' && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)) return;
  throw new GlasspaneError(
    'invalid',
    `${JSON.stringify(name) ?? 'undefined'} is no name of a metric: use letters, digits and _, and no digit first, ` +
      'such as "api_requests_total".',
  );
}
