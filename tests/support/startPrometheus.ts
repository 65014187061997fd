import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from './freePort.ts';
import { probeUrl, type RunningServer, startProcess } from './startProcess.ts';

/** How to start Prometheus. */
export interface PrometheusOptions {
  /** The `scrape_configs` of its configuration. */
  readonly scrapeConfigs?: readonly unknown[] | undefined;
  /** More of its configuration: `rule_files`, `alerting` … */
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  readonly hasRemoteWriteReceiver?: boolean | undefined;
  /** The path under which it serves, as behind a proxy: `/prometheus`. */
  readonly routePrefix?: string | undefined;
  /** The file of `--web.config.file`, in YAML: credentials, TLS. */
  readonly webConfig?: string | undefined;
  /** What a request needs to pass {@link webConfig}. */
  readonly headers?: HeadersInit | undefined;
  /** More command-line arguments. */
  readonly args?: readonly string[] | undefined;
}

export const PROMETHEUS = { command: 'prometheus', install: 'apt-get install prometheus' } as const;

/** Starts a Prometheus with an empty database on a free loopback port. */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<RunningServer> {
  const address = `127.0.0.1:${await freePort()}`;
  const prefix = options.routePrefix ?? '';
  return startProcess({
    command: PROMETHEUS.command,
    args: async (folder) => {
      const file = path.join(folder, 'prometheus.yml');
      const webFile = path.join(folder, 'web.yml');
      await writeFile(webFile, options.webConfig ?? '');
      await writeFile(file, stringify({ ...options.config, scrape_configs: options.scrapeConfigs ?? [] }));
      return [
        `--config.file=${file}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        `--web.config.file=${webFile}`,
        ...(prefix === '' ? [] : [`--web.external-url=http://${address}${prefix}`]),
        ...(options.hasRemoteWriteReceiver ? ['--web.enable-remote-write-receiver'] : []),
        ...(options.args ?? []),
      ];
    },
    probe: probeUrl(`http://${address}${prefix}`, '/-/ready', options.headers),
  });
}
