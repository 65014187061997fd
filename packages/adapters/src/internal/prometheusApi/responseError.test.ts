import { describe, expect, it } from 'vitest';
import { responseError } from './responseError.ts';

const json = (errorType: string, error: string): string => JSON.stringify({ status: 'error', errorType, error });
const errorOf = (status: number, body = '', retryAfter: string | null = null): { code: string; message: string } => {
  const { code, message } = responseError({
    url: 'https://prom.example/p',
    status,
    body,
    retryAfter,
    nowMs: Date.parse('2026-01-01T00:00:00Z'),
  });
  return { code, message };
};

describe('responseError', () => {
  it.each([
    ['bad_data', 400, 'bad_query'],
    ['execution', 422, 'bad_query'],
    ['timeout', 503, 'timeout'],
    ['canceled', 503, 'unavailable'],
    ['unavailable', 503, 'unavailable'],
    ['internal', 500, 'internal'],
    ['not_found', 404, 'not_found'],
    // VictoriaMetrics puts the status there.
    ['422', 422, 'bad_query'],
    ['400', 400, 'bad_query'],
    ['503', 503, 'unavailable'],
  ])('maps the error type %s with HTTP %i to %s', (errorType, status, code) => {
    const error = errorOf(status, json(errorType, 'what it said'));
    expect(error.code).toBe(code);
    expect(error.message).toContain('what it said');
  });

  it.each([
    [400, 'bad_response'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [405, 'not_found'],
    [407, 'unauthorized'],
    [408, 'timeout'],
    [413, 'bad_query'],
    [414, 'bad_query'],
    [418, 'bad_response'],
    [429, 'rate_limited'],
    [500, 'internal'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ])('maps HTTP %i without an error of the API to %s', (status, code) => {
    expect(errorOf(status, '<html><head><title>Sorry</title></head></html>').code).toBe(code);
    expect(errorOf(status, '').code).toBe(code);
  });

  it('believes a status that tells of credentials or pace more than the error type', () => {
    expect(errorOf(401, json('bad_data', 'x')).code).toBe('unauthorized');
    expect(errorOf(429, json('execution', 'x')).code).toBe('rate_limited');
  });

  it.each([
    [400, 'bad_data', 'exceeded maximum resolution of 11,000 points per timeseries. Try', 'too_many_points'],
    [
      422,
      '422',
      'too many points for the given step=1, start=1 and end=99999: 99998; cannot exceed',
      'too_many_points',
    ],
    [422, 'execution', 'query processing would load too many samples into memory in query', 'too_many_samples'],
    [
      422,
      'execution',
      'the query exceeded the maximum number of series (limit: 5 series) (err-mimir-max-series-per-query)',
      'too_many_series',
    ],
    [422, '422', 'the number of matching timeseries exceeds 300000; either narrow down', 'too_many_series'],
  ])('tells limits apart by their text (HTTP %i %s: %s)', (status, errorType, text, code) => {
    expect(errorOf(status, json(errorType, text)).code).toBe(code);
  });

  it('says what to do', () => {
    expect(errorOf(404).message).toBe(
      'There is no Prometheus HTTP API at https://prom.example/p/api/v1 (HTTP 404). The url must be the address in front of /api/v1, with its path prefix if there is one.',
    );
    expect(errorOf(401).message).toContain('headers()');
    expect(errorOf(502, '<html><title>502 Bad Gateway</title>').message).toContain('502 Bad Gateway');
  });

  it('quotes no page of markup and no megabytes', () => {
    expect(errorOf(500, 'x'.repeat(100_000)).message.length).toBeLessThan(800);
    expect(errorOf(200, '<script>alert(1)</script>').message).not.toContain('script');
  });

  it.each([
    ['7', 7000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads Retry-After %s as %s ms', (retryAfter, retryAfterMs) => {
    const nowMs = Date.parse('2026-01-01T00:00:00Z');
    expect(responseError({ url: '', status: 429, body: '', retryAfter, nowMs }).retryAfterMs).toBe(retryAfterMs);
  });
});
