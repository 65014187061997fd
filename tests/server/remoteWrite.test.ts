import { afterEach, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import { NODE_EXPORTER, startNodeExporter } from '../support/startNodeExporter.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';

const COLLECT_NOTHING = 'glasspane: { collect: { host: false, process: false } }\n';

describeWith([PROMETHEUS, NODE_EXPORTER], 'a real Prometheus that writes to our server', () => {
  const running: RunningServer[] = [];

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });

  it('delivers samples, metadata and the end of series', async () => {
    const exporter = await startNodeExporter();
    const ours = await startGlasspaneServer({ config: COLLECT_NOTHING });
    running.push(ours);
    const prometheus = await startPrometheus({
      scrapeConfigs: [
        {
          job_name: 'node',
          scrape_interval: '1s',
          scrape_timeout: '1s',
          static_configs: [{ targets: [new URL(exporter.url).host] }],
        },
      ],
      config: {
        remote_write: [
          {
            url: `${ours.url}/api/v1/write`,
            queue_config: { batch_send_deadline: '500ms' },
            metadata_config: { send_interval: '1s' },
          },
        ],
      },
    });
    running.push(prometheus);
    const values = async (url: string, query: string): Promise<readonly string[]> => {
      const answer = await (await fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`)).json();
      return answer.data.result.map(({ value }: { readonly value: readonly [number, string] }) => value[1]);
    };

    const isUp = { timeout: 20_000, interval: 200 };
    await expect.poll(() => values(ours.url, 'up{job="node"}'), isUp).toEqual(['1']);
    await expect.poll(() => values(ours.url, 'count(node_cpu_seconds_total) > 0'), isUp).toHaveLength(1);
    const count = 'count({job="node"})';
    expect(await values(ours.url, count)).toEqual(await values(prometheus.url, count));
    const metadata = async (): Promise<unknown> =>
      (await (await fetch(`${ours.url}/api/v1/metadata?metric=node_load1`)).json()).data.node_load1?.[0];
    await expect.poll(metadata, isUp).toMatchObject({ type: 'gauge', help: '1m load average.' });

    // Without the marker the series would stay for five minutes.
    await exporter.stop();
    await expect.poll(() => values(ours.url, 'up{job="node"}'), isUp).toEqual(['0']);
    await expect.poll(() => values(ours.url, 'node_load1'), isUp).toEqual([]);
  }, 90_000);
});
