/**
 * @typedef {import('@opentelemetry/sdk-metrics').MeterProvider} MeterProvider
 * @typedef {ReturnType<import('@opentelemetry/sdk-metrics').MeterProvider['getMeter']>} Meter
 */

// The bucket limits that the conventions advise.
const TOKENS = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576];
const SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const DATABASE_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];
const ROWS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * Makes the instruments by OpenTelemetry's semantic conventions for generative AI and for databases
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/).
 *
 * @param {Meter} meter
 */
export function createInstruments(meter) {
  /** @param {string} name @param {string} unit @param {string} description @param {number[]} explicitBucketBoundaries */
  const histogram = (name, unit, description, explicitBucketBoundaries) =>
    meter.createHistogram(name, { unit, description, advice: { explicitBucketBoundaries } });
  return {
    tokens: histogram('gen_ai.client.token.usage', '{token}', 'Input and output tokens of model calls.', TOKENS),
    duration: histogram('gen_ai.client.operation.duration', 's', 'Duration of generative AI operations.', SECONDS),
    firstToken: histogram('gen_ai.server.time_to_first_token', 's', 'Time until the first token.', SECONDS),
    query: histogram('db.client.operation.duration', 's', 'Duration of database operations.', DATABASE_SECONDS),
    rows: histogram('db.client.response.returned_rows', '{row}', 'Rows that database operations returned.', ROWS),
  };
}
