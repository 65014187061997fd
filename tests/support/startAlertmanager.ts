import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from './freePort.ts';
import { probeUrl, type RunningServer, startProcess } from './startProcess.ts';

export const ALERTMANAGER = {
  command: 'prometheus-alertmanager',
  install: 'apt-get install prometheus-alertmanager',
} as const;

const QUIET_CONFIG = { route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] };

/** Starts an Alertmanager without peers on a free loopback port; by default it notifies nobody. */
export async function startAlertmanager(
  options: { readonly config?: Readonly<Record<string, unknown>> | undefined } = {},
): Promise<RunningServer> {
  const address = `127.0.0.1:${await freePort()}`;
  return startProcess({
    command: ALERTMANAGER.command,
    args: async (folder) => {
      const file = path.join(folder, 'alertmanager.yml');
      await writeFile(file, stringify(options.config ?? QUIET_CONFIG));
      return [
        `--config.file=${file}`,
        `--storage.path=${path.join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
      ];
    },
    probe: probeUrl(`http://${address}`, '/-/ready'),
  });
}
