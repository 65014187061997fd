import { freePort } from './freePort.ts';
import { probeUrl, type RunningServer, startProcess } from './startProcess.ts';

export const NODE_EXPORTER = {
  command: 'prometheus-node-exporter',
  install: 'apt-get install prometheus-node-exporter',
} as const;

/** Starts a node_exporter of this host on a free loopback port, with more command-line arguments where given. */
export async function startNodeExporter(args: readonly string[] = []): Promise<RunningServer> {
  const address = `127.0.0.1:${await freePort()}`;
  return startProcess({
    command: NODE_EXPORTER.command,
    args: () => [`--web.listen-address=${address}`, ...args],
    probe: probeUrl(`http://${address}`, '/metrics'),
  });
}
