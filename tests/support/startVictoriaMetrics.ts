import path from 'node:path';
import { freePort } from './freePort.ts';
import { probeUrl, type RunningServer, startProcess } from './startProcess.ts';

export const VICTORIA_METRICS = {
  command: 'victoria-metrics',
  install: 'apt-get install victoria-metrics',
} as const;

/** Starts a VictoriaMetrics with an empty database on a free loopback port. */
export async function startVictoriaMetrics(): Promise<RunningServer> {
  const address = `127.0.0.1:${await freePort()}`;
  return startProcess({
    command: VICTORIA_METRICS.command,
    args: (folder) => [
      `-httpListenAddr=${address}`,
      `-storageDataPath=${path.join(folder, 'data')}`,
      // Queries see samples at once, instead of pretending that the last half minute is not there yet.
      '-search.latencyOffset=0s',
    ],
    probe: probeUrl(`http://${address}`, '/health'),
  });
}
