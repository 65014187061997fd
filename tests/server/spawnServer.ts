import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server process that a test may treat badly. */
export interface SpawnedServer {
  readonly child: ChildProcess;
  readonly url: string;
  /** From the start of the process to the line that says it is ready. */
  readonly readyAfterMs: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ends the process and waits until it is gone; returns its exit code, or null after a deadly signal. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const COMMAND = fileURLToPath(new URL('../../packages/server/bin/glasspane-server.js', import.meta.url));

/** How a process ended that was started to see it end. */
export interface EndedServer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end. */
export async function runServer(args: readonly string[]): Promise<EndedServer> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

/** Starts the command and resolves when it is ready. */
export async function spawnServer(args: readonly string[]): Promise<SpawnedServer> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [COMMAND, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const ended = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += String(chunk);
        const address = /^Glasspane server ready at (http:\S+)$/m.exec(printed)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
  });
  return {
    child,
    url,
    readyAfterMs: performance.now() - startedAt,
    output: () => printed,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
