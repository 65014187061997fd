import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import { type AdapterInstance, describeAdapter } from '@glasspane/adapters/testkit';
import { describeWith } from '../support/describeWith.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import { startMetadataTarget } from '../support/startMetadataTarget.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';

/** A real Prometheus behind a path prefix; samples come by remote write, metadata from a target that it scrapes. */
async function createInstance(): Promise<AdapterInstance> {
  const target = await startMetadataTarget();
  const server = await startPrometheus({
    hasRemoteWriteReceiver: true,
    routePrefix: '/prometheus',
    scrapeConfigs: [{ job_name: 'metadata', scrape_interval: '1s', static_configs: [{ targets: [target.address] }] }],
  });
  const backend = createPrometheusBackend({ url: server.url });
  return {
    backend,
    async load(series, metadata) {
      await remoteWrite(`${server.url}/api/v1/write`, { series });
      if (metadata.length === 0) return;
      target.metrics = metadata;
      await waitUntil(
        'Prometheus has scraped the metadata',
        async () => (await backend.metrics.metadata({})).length === metadata.length,
      );
    },
    async close() {
      await server.stop();
      await target.stop();
    },
  };
}

describeWith([PROMETHEUS], 'the prometheus adapter', () => {
  describeAdapter({ name: 'over Prometheus', create: createInstance });
});
