import { fileURLToPath } from 'node:url';
import { freePort } from '../../tests/support/freePort.ts';
import { remoteWrite } from '../../tests/support/remoteWrite.ts';
import { probeUrl, type RunningServer, startProcess } from '../../tests/support/startProcess.ts';
import { startPrometheus } from '../../tests/support/startPrometheus.ts';
import { type Answer, ask } from './ask.ts';
import { type DatasetRange, makeDataset } from './dataset.ts';
import { type BenchmarkQuery, queries } from './queries.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 15);

/** The two contestants, in the order of the table's columns. */
type Pair<T> = readonly [prometheus: T, glasspane: T];

async function startGlasspane(): Promise<RunningServer> {
  const port = await freePort();
  // Bundled into a folder below `benchmarks`, this file lies elsewhere when it runs.
  const script = fileURLToPath(import.meta.resolve('glasspane-server/package.json')).replace(
    'package.json',
    'bin/glasspane-server.js',
  );
  return startProcess({
    command: process.execPath,
    args: (folder) => [script, '--data', folder, '--port', String(port)],
    probe: probeUrl(`http://127.0.0.1:${port}`, '/api/v1/status/buildinfo'),
  });
}

async function fill({ url }: RunningServer, range: DatasetRange): Promise<number> {
  const start = performance.now();
  for (const series of makeDataset(range)) await remoteWrite(`${url}/api/v1/write`, { series });
  return (performance.now() - start) / 1000;
}

/** Asks both in turns; who goes first changes with every round. The first round warms up and does not count. */
async function contest(urls: Pair<string>, query: BenchmarkQuery, endMs: number): Promise<Pair<readonly Answer[]>> {
  const answers: Pair<Answer[]> = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const index of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const answer = await ask(urls[index], query, endMs);
      if (round > 0) answers[index].push(answer);
    }
  }
  return answers;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function areEqual([a, b]: Pair<readonly Answer[]>): boolean {
  const [left, right] = [a.at(-1), b.at(-1)];
  if (left === undefined || right === undefined || left.seriesCount !== right.seriesCount) return false;
  return Math.abs(left.sum - right.sum) <= 1e-9 * Math.max(1, Math.abs(left.sum));
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(12)).join('');
}

async function compare(servers: Pair<RunningServer>): Promise<void> {
  const endMs = Math.floor(Date.now() / 60_000) * 60_000;
  const range = { startMs: endMs - 6.5 * 3_600_000, endMs };
  const urls: Pair<string> = [servers[0].url, servers[1].url];
  const written = [await fill(servers[0], range), await fill(servers[1], range)];
  console.log(
    `Written in ${written.map((seconds) => `${seconds.toFixed(1)} s`).join(' (prometheus), ')} (glasspane).\n`,
  );
  console.log(row(`median of ${rounds}, ms`, ['prometheus', 'glasspane', 'ratio']));
  const ratios = [];
  for (const query of queries) {
    const answers = await contest(urls, query, endMs);
    const [theirs, ours] = [median(answers[0].map((it) => it.elapsedMs)), median(answers[1].map((it) => it.elapsedMs))];
    ratios.push(ours / theirs);
    const line = row(query.name, [theirs.toFixed(1), ours.toFixed(1), `${(ours / theirs).toFixed(2)}×`]);
    console.log(areEqual(answers) ? line : `${line}  the answers differ`);
  }
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  console.log(row('geometric mean', ['', '', `${mean.toFixed(2)}×`]));
}

const prometheus = await startPrometheus({ hasRemoteWriteReceiver: true });
try {
  const glasspane = await startGlasspane();
  try {
    await compare([prometheus, glasspane]);
  } finally {
    await glasspane.stop();
  }
} finally {
  await prometheus.stop();
}
