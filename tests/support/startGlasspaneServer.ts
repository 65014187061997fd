import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningServer, startProcess } from './startProcess.ts';

const packageFile = (name: string): string => fileURLToPath(new URL(`../../packages/server/${name}`, import.meta.url));

/** How to start our server. */
export interface GlasspaneServerOptions {
  /** Its configuration file, in YAML. Left out: it collects what it does by default. */
  readonly config?: string | undefined;
  /** The data folder, where it shall outlive the process. Left out: a temporary one. */
  readonly dataFolder?: string | undefined;
  /** More command-line arguments. */
  readonly args?: readonly string[] | undefined;
  /** Arguments of Node, such as what it shall load first. */
  readonly nodeArgs?: readonly string[] | undefined;
}

/** Starts the command line of our server, as it was built, on a free loopback port. */
export async function startGlasspaneServer(options: GlasspaneServerOptions = {}): Promise<RunningServer> {
  if (!existsSync(packageFile('dist/cli/main.js'))) throw new Error('the server is not built: run npm run build');
  return startProcess({
    command: process.execPath,
    args: async (folder) => {
      const configFile = path.join(folder, 'config.yml');
      if (options.config !== undefined) await writeFile(configFile, options.config);
      return [
        ...(options.nodeArgs ?? []),
        packageFile('bin/glasspane-server.js'),
        ...['--data', options.dataFolder ?? path.join(folder, 'data')],
        ...['--port', '0'],
        ...(options.config === undefined ? [] : ['--config', configFile]),
        ...(options.args ?? []),
      ];
    },
    probe: async (output) => /ready at (http:\S+)/.exec(output)?.[1],
  });
}
