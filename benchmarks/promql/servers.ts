import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningServer, startProcess } from '../../tests/support/startProcess.ts';
import { startPrometheus } from '../../tests/support/startPrometheus.ts';
import { startVictoriaMetrics } from '../../tests/support/startVictoriaMetrics.ts';

/** One of the servers that are compared. */
export interface Contestant {
  readonly name: 'glasspane' | 'prometheus' | 'victoriametrics';
  readonly server: RunningServer;
  /** What a request says so that its answer is worked out anew. */
  readonly withoutCache: Readonly<Record<string, string>>;
}

/** Starts all servers, ours first. */
export async function startContestants(nodeArgs: readonly string[]): Promise<readonly Contestant[]> {
  const contestants: Contestant[] = [];
  try {
    contestants.push({ name: 'glasspane', server: await startGlasspane(nodeArgs), withoutCache: {} });
    const prometheus = await startPrometheus({ hasRemoteWriteReceiver: true });
    contestants.push({ name: 'prometheus', server: prometheus, withoutCache: {} });
    const withoutCache = { nocache: '1' };
    contestants.push({ name: 'victoriametrics', server: await startVictoriaMetrics(), withoutCache });
    return contestants;
  } catch (error) {
    await stopContestants(contestants);
    throw error;
  }
}

/** Stops all servers. */
export async function stopContestants(contestants: readonly Contestant[]): Promise<void> {
  await Promise.all(contestants.map(({ server }) => server.stop()));
}

// It is to answer queries, as its peers do, and not to collect beside that.
const CONFIG = 'glasspane: { collect: { host: false, process: false } }\n';

async function startGlasspane(nodeArgs: readonly string[]): Promise<RunningServer> {
  // Bundled into a folder below `benchmarks`, this file lies elsewhere when it runs.
  const packageFile = fileURLToPath(import.meta.resolve('glasspane-server/package.json'));
  return startProcess({
    command: process.execPath,
    args: async (folder) => {
      const configFile = path.join(folder, 'config.yml');
      await writeFile(configFile, CONFIG);
      const script = path.join(path.dirname(packageFile), 'bin/glasspane-server.js');
      return [...nodeArgs, script, '--data', path.join(folder, 'data'), '--port', '0', '--config', configFile];
    },
    probe: async (output) => /ready at (http:\S+)/.exec(output)?.[1],
  });
}
