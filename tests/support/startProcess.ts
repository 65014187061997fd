import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server that a test started, and must stop. */
export interface RunningServer {
  readonly url: string;
  /** Its temporary folder. */
  readonly folder: string;
  /** The number of its process. */
  readonly pid: number;
  /** Returns everything it printed so far. */
  output(): string;
  /** Ends the process as an operator would, and removes its folder. */
  stop(): Promise<void>;
}

/** How to start a server. */
export interface ProcessOptions {
  readonly command: string;
  /** Returns the arguments, given a new temporary folder. */
  args(folder: string): readonly string[] | Promise<readonly string[]>;
  /** Resolves to the server's address once it takes requests; is asked again and again until it does. */
  probe(output: string): Promise<string | undefined>;
}

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;
const PROBE_INTERVAL_MS = 25;

/** Starts a server in a temporary folder and resolves when it takes requests. */
export async function startProcess({ command, args, probe }: ProcessOptions): Promise<RunningServer> {
  const folder = await mkdtemp(path.join(tmpdir(), `glasspane-${path.basename(command)}-`));
  const child = spawn(command, await args(folder), { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  const killWithUs = (): boolean => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const stop = async (): Promise<void> => {
    process.off('exit', killWithUs);
    await terminate(child);
    await rm(folder, { recursive: true, force: true });
  };

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && failure === undefined && child.exitCode === null && child.signalCode === null) {
    const url = await probe(printed);
    if (url !== undefined && child.pid !== undefined)
      return { url, folder, pid: child.pid, output: () => printed, stop };
    await new Promise((resolve) => setTimeout(resolve, PROBE_INTERVAL_MS));
  }
  await stop();
  throw new Error(`${command} did not start${failure === undefined ? '' : ` (${failure.message})`}:\n${printed}`);
}

/** Returns a probe that waits for a successful answer of an address. */
export function probeUrl(url: string, readyPath: string, headers: HeadersInit = {}): ProcessOptions['probe'] {
  return async () => {
    try {
      const response = await fetch(`${url}${readyPath}`, { headers });
      await response.arrayBuffer();
      return response.ok ? url : undefined;
    } catch {
      return undefined;
    }
  };
}

async function terminate(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(impatience);
}
