import { parseArgs } from 'node:util';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { createInstruments } from './instruments.mjs';
import { Traffic } from './traffic.mjs';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:4401' } } });

const exporter = new OTLPMetricExporter({ url: `${values.url}/v1/metrics` });
const provider = new MeterProvider({
  // Whoever meets these series elsewhere can tell where they are from.
  resource: resourceFromAttributes({
    'service.name': 'llm-load-generator',
    'deployment.environment.name': 'generated',
  }),
  readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 5000, exportTimeoutMillis: 4000 })],
});
const traffic = new Traffic(createInstruments(provider.getMeter('llm-load')));

const TICK_MS = 500;
const timer = setInterval(() => traffic.pass(TICK_MS / 1000), TICK_MS);
process.stdout.write(`Generated LLM traffic goes to ${values.url}\n`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    clearInterval(timer);
    // The backend may be gone already: then there is nobody to tell.
    provider.shutdown().then(
      () => process.exit(0),
      () => process.exit(0),
    );
  });
}
