import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright';

const root = path.resolve(import.meta.dirname, '../..');

/** Where Chromium is, or nothing when it is not installed. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (candidate) => candidate !== undefined && existsSync(candidate),
);

export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is not installed: apt-get install chromium');
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** What `npm start` runs, in a process group of its own. */
export interface RunningStart {
  readonly url: string;
  /** All that it printed so far. */
  output(): string;
  /** The process id of the embedded backend that runs now. */
  backendPid(): number | undefined;
  /** Sends a signal to `npm start` and resolves with its exit code. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs `npm start` on a free port with a data folder of its own and waits until it says that it is ready. */
export async function runStart(dataFolder: string, env: Record<string, string> = {}): Promise<RunningStart> {
  const port = await freePort();
  const child = spawn('npm', ['start', '--', '--restart-delay', '4'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), GLASSPANE_DATA: dataFolder, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await until(
    () => output.includes(`Glasspane is ready: ${url}`),
    180_000,
    () => `npm start is not ready:\n${output}`,
    child,
  );
  return {
    url,
    output: () => output,
    backendPid: () => findBackend(dataFolder),
    stop: (signal) => stopGroup(child, signal),
  };
}

/** Resolves when the condition holds; rejects with what `explain` says when it does not in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  explain: () => string,
  child?: ChildProcess,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (child !== undefined && child.exitCode !== null)
      throw new Error(`It ended with ${child.exitCode}. ${explain()}`);
    if (Date.now() > deadline) throw new Error(explain());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stopGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.pid === undefined) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  process.kill(-child.pid, signal);
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 20_000);
  const code = await ended;
  clearTimeout(timer);
  return code;
}

function findBackend(dataFolder: string): number | undefined {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const file = `/proc/${name}/cmdline`;
    const words = readIfThere(file).split('\0');
    if (words.some((word) => word.endsWith('glasspane-server.js')) && words.includes(dataFolder)) return Number(name);
  }
  return undefined;
}

/** A process may end between the listing and the look. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
