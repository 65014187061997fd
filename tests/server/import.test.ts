import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../packages/server/src/store/database.ts';
import { describeWith } from '../support/describeWith.ts';
import { freePort } from '../support/freePort.ts';
import { probeUrl, type RunningServer, startProcess } from '../support/startProcess.ts';
import { PROMETHEUS } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { runServer, type SpawnedServer, spawnServer } from './spawnServer.ts';

const run = promisify(execFile);
const COMMAND = fileURLToPath(new URL('../../packages/server/bin/glasspane-server.js', import.meta.url));
const CONFIG = 'glasspane: { collect: { host: false, process: false } }\n';
/** A full minute in the recent past, in seconds. */
const END = Math.floor(Date.now() / 60_000) * 60 - 60;

let folder: string;
let configFile: string;
const running: SpawnedServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-import-'));
  configFile = path.join(folder, 'config.yml');
  await writeFile(configFile, CONFIG);
});

afterAll(async () => {
  for (const server of running) await server.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function serve(data: string): Promise<SpawnedServer> {
  const server = await spawnServer(['--data', data, '--config', configFile, '--log-level', 'warn']);
  running.push(server);
  return server;
}

async function query(url: string, expr: string, time = END): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query: expr, time: String(time) })}`);
  const { status, data } = await response.json();
  expect(status).toBe('success');
  return data.result;
}

async function numberFrom(url: string, expr: string): Promise<number> {
  const [first] = (await query(url, expr)) as { readonly value: readonly [number, string] }[];
  return Number(first?.value[1]);
}

/** What lies on the disk, which a server would show only the first of for each time. */
async function rowsOf(data: string) {
  const database = await openDatabase(data);
  try {
    const statement =
      'SELECT count(*)::DOUBLE, count(DISTINCT (series_id, time))::DOUBLE, coalesce(sum(value), 0) FROM samples';
    const result = await database.read((connection) => connection.runAndReadAll(statement));
    const [[count, times, sum] = []] = result.getRows();
    return { count: Number(count), times: Number(times), sum };
  } finally {
    await database.close();
  }
}

async function sizeOf(data: string): Promise<number> {
  const names = await readdir(data).catch(() => []);
  const sizes = await Promise.all(names.map((name) => stat(path.join(data, name)).catch(() => ({ size: 0 }))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** Every form that OpenMetrics has, of samples once a minute over an hour. */
function everyForm(): string {
  const minutes = Array.from({ length: 60 }, (_, minute) => minute);
  const over = (line: (minute: number) => string): string =>
    minutes.map((minute) => line(minute).replaceAll('@', String(END - (59 - minute) * 60))).join('\n');
  return [
    '# HELP requests All \\"requests\\", and\\na second line.',
    '# TYPE requests counter',
    over((minute) => `requests_total{code="200",path="C:\\\\a\\"b\\nc"} ${minute * 7} @`),
    over((minute) => `requests_total{code="500",path=""} ${(minute % 20) * 3} @ # {trace_id="x"} 0.5 @`),
    `requests_created{code="200"} ${END - 10_000} ${END}`,
    '# TYPE latency_seconds histogram',
    '# UNIT latency_seconds seconds',
    // All buckets again and again: time after time.
    minutes
      .flatMap((minute) =>
        ['0.1', '1.0', '+Inf'].map(
          (le, index) => `latency_seconds_bucket{le="${le}"} ${minute * (index + 1)} ${END - (59 - minute) * 60}.5`,
        ),
      )
      .join('\n'),
    over((minute) => `latency_seconds_count ${minute * 3} @`),
    over((minute) => `latency_seconds_sum ${minute / 7} @`),
    '# TYPE size summary',
    over((minute) => `size{quantile="0.5"} ${1 / (minute + 1)} @`),
    '# TYPE build info',
    over(() => 'build_info{version="1.2",branch="数"} 1 @'),
    '# TYPE state stateset',
    over((minute) => `state{state="on"} ${minute % 2} @`),
    '# TYPE odd unknown',
    over((minute) => `odd{kind="nan"} ${minute % 2 === 0 ? 'NaN' : '-Inf'} @`),
    over((minute) => `odd{kind="big"} ${minute}e300 @`),
    '# EOF\n',
  ].join('\n');
}

describeWith([PROMETHEUS, { command: 'promtool', install: PROMETHEUS.install }], 'Prometheus and an import', () => {
  const servers: RunningServer[] = [];
  let prometheus: string;
  let ours: string;

  beforeAll(async () => {
    const file = path.join(folder, 'every.om');
    await writeFile(file, everyForm());
    const address = `127.0.0.1:${await freePort()}`;
    const server = await startProcess({
      command: PROMETHEUS.command,
      args: async (home) => {
        const data = path.join(home, 'data');
        await run('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', file, data]);
        await writeFile(path.join(home, 'prometheus.yml'), '{}');
        const config = `--config.file=${path.join(home, 'prometheus.yml')}`;
        return [config, `--storage.tsdb.path=${data}`, `--web.listen-address=${address}`];
      },
      probe: probeUrl(`http://${address}`, '/-/ready'),
    });
    servers.push(server);
    prometheus = server.url;
    await writeFile(`${file}.gz`, gzipSync(everyForm()));
    const data = path.join(folder, 'every');
    const { code, stdout, stderr } = await runServer(['import', '--data', data, `${file}.gz`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `${file}.gz: 60 exemplars left out: the server keeps none\n` });
    expect(stdout).toMatch(/: 721 samples of 13 series in .*, 0 duplicates, 0 lines refused\n$/);
    ours = (await serve(data)).url;
  });

  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  it.each([
    '{__name__=~".+"}',
    '{__name__=~".+"}[1h1s]',
    'sum by (code) (rate(requests_total[10m]))',
    'histogram_quantile(0.9, rate(latency_seconds_bucket[10m]))',
    'latency_seconds_sum / latency_seconds_count',
    'sum_over_time(requests_total[2h])',
    'build_info * on () group_left size',
  ])('answer the same to %s', async (expr) => {
    const sorted = async (url: string) =>
      ((await query(url, expr)) as { readonly metric: object }[]).sort((a, b) =>
        JSON.stringify(Object.entries(a.metric).sort()) < JSON.stringify(Object.entries(b.metric).sort()) ? -1 : 1,
      );
    const expected = await sorted(prometheus);
    expect(expected.length).toBeGreaterThan(0);
    expect(await sorted(ours)).toEqual(expected);
  });

  it('says of metrics what the file says', async () => {
    const { data } = await (await fetch(`${ours}/api/v1/metadata?metric=requests`)).json();
    expect(data).toEqual({ requests: [{ type: 'counter', help: 'All "requests", and\na second line.', unit: '' }] });
  });
});

describe('glasspane-server import', () => {
  it('explains itself', async () => {
    const help = await runServer(['import', '--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['--data', '--url', '--format', '--strict', '--restart', 'Exit codes'])
      expect(help.stdout).toContain(word);
  });

  it('takes the good lines of a bad file, names the bad ones and ends with 1; or takes nothing when it is strict', async () => {
    const file = path.join(folder, 'bad.prom');
    await writeFile(file, `a 1 ${END}000\na x ${END}000\na 3\na 4 ${END + 1}000\n`);
    const data = path.join(folder, 'bad');
    const strict = await runServer(['import', '--strict', '--data', data, file]);
    expect(strict).toMatchObject({ code: 1, stdout: '' });
    expect(strict.stderr).toMatch(/^glasspane-server: \S+bad\.prom:2: expected a value .*; nothing of it was kept\n$/);
    const { code, stdout, stderr } = await runServer(['import', '--data', data, file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/2 samples of 1 series in .*, 0 duplicates, 2 lines refused\n$/);
    expect(stderr).toMatch(
      /^\S+bad\.prom:2: expected a value .*\n\S+bad\.prom:3: the sample has no time; .*--timestamp\n$/,
    );
    expect(await rowsOf(data)).toEqual({ count: 2, times: 2, sum: 5 });
  });

  it('says what to do when a server has the folder, and goes through that server when it is told to', async () => {
    const data = path.join(folder, 'busy');
    const server = await serve(data);
    const file = path.join(folder, 'busy.prom');
    await writeFile(
      file,
      `# TYPE busy_total counter\n${Array.from({ length: 50_000 }, (_, row) => `busy_total{part="${row % 10}"} ${row} ${END * 1000 - row}`).join('\n')}\n`,
    );
    const { code, stderr } = await runServer(['import', '--data', data, file]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `glasspane-server: The data folder ${data} is in use by process ${server.child.pid}. Stop that process, or give this one another folder. If it is a server, import through it instead: --url http://127.0.0.1:4401 in place of --data.\n`,
    });
    const sent = await runServer(['import', '--url', server.url, file]);
    expect(sent).toMatchObject({ code: 0, stderr: '' });
    expect(sent.stdout).toMatch(/: 50,000 samples of 10 series in .*, 0 lines refused\n$/);
    expect(await numberFrom(server.url, 'sum(count_over_time(busy_total[5m]))')).toBe(50_000);
    expect(await numberFrom(server.url, 'sum(sum_over_time(busy_total[5m]))')).toBe((50_000 * 49_999) / 2);
    const { data: metadata } = await (await fetch(`${server.url}/api/v1/metadata?metric=busy_total`)).json();
    expect(metadata).toEqual({ busy_total: [{ type: 'counter', help: '', unit: '' }] });
  });
});

describe('an import that is broken off', () => {
  const TIMEOUT_MS = 180_000;
  const SERIES = 100;
  const ROWS = 2_500_000;
  const WHOLE = { count: ROWS, times: ROWS, sum: (ROWS * (ROWS - 1)) / 2 };
  let file: string;

  beforeAll(async () => {
    file = path.join(folder, 'long.prom');
    const stream = createWriteStream(file);
    const perSeries = ROWS / SERIES;
    for (let series = 0; series < SERIES; series += 1) {
      let text = '';
      for (let row = 0; row < perSeries; row += 1) {
        text += `m{i="${series}"} ${series * perSeries + row} ${(END - (perSeries - row) * 15) * 1000}\n`;
      }
      if (!stream.write(text)) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'close');
  });

  /** Runs an import and ends it once its folder has grown so much; returns the exit code, null when it was killed. */
  async function breakOff(data: string, growth: number, signal: NodeJS.Signals) {
    const before = await sizeOf(data);
    const child = spawn(process.execPath, [COMMAND, 'import', '--data', data, file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    const ended = once(child, 'close');
    const hasGrown = async (): Promise<boolean> => child.exitCode !== null || (await sizeOf(data)) >= before + growth;
    await waitUntil('the import has written something', hasGrown, 60_000);
    child.kill(signal);
    const [code] = await ended;
    return { code, printed };
  }

  it(
    'by kill -9, goes on where it stopped, with each sample once',
    async () => {
      const data = path.join(folder, 'killed');
      let resumed = 0;
      for (const growth of [1, 1_000_000, 1, 2_500_000, 1]) {
        const { printed } = await breakOff(data, growth, 'SIGKILL');
        if (printed.includes('was imported in part before: going on at line')) resumed += 1;
        const { count, times } = await rowsOf(data);
        expect(times).toBe(count);
      }
      const { code, stdout } = await runServer(['import', '--data', data, file]);
      expect(code).toBe(0);
      // A test in which nothing was gone on with would prove nothing.
      expect(resumed + Number(/with those before|imported before/.test(stdout))).toBeGreaterThan(0);
      expect(await rowsOf(data)).toEqual(WHOLE);
      const server = await serve(data);
      expect(await numberFrom(server.url, 'sum(count_over_time(m{i="42"}[10d]))')).toBe(ROWS / SERIES);
    },
    TIMEOUT_MS,
  );

  it(
    'by Ctrl-C, keeps what it has read, says how to go on, and does',
    async () => {
      const data = path.join(folder, 'stopped');
      const { code, printed } = await breakOff(data, 1_000_000, 'SIGINT');
      expect(code).toBe(130);
      expect(printed).toContain('stopped; the same command goes on where this one stopped\n');
      const part = await rowsOf(data);
      expect(part.count).toBeGreaterThan(0);
      expect(part.count).toBeLessThan(ROWS);
      const { stdout, stderr } = await runServer(['import', '--data', data, file]);
      expect(stderr).toMatch(/ was imported in part before: going on at line [\d,]+\n/);
      expect(stdout).toContain('2,500,000 samples with those before, 0 duplicates');
      expect(await rowsOf(data)).toEqual(WHOLE);
    },
    TIMEOUT_MS,
  );

  it(
    'by a full disk, says so, and goes on when there is space',
    async ({ skip }) => {
      const disk = await mkdtemp(path.join(tmpdir(), 'glasspane-full-'));
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' });
      } catch {
        await rm(disk, { recursive: true });
        skip('a full disk needs the right to mount a tmpfs (run as root)');
      }
      try {
        const data = path.join(disk, 'data');
        const ballast = path.join(disk, 'ballast');
        await writeFile(ballast, Buffer.alloc(59 * 1024 * 1024));
        const { code, stderr } = await runServer(['import', '--data', data, file]);
        expect(code).toBe(1);
        expect(stderr).toMatch(
          /No space left on device.*; (nothing of it was kept|what stands before line \d+ is kept)/,
        );
        await unlink(ballast);
        expect(await runServer(['import', '--data', data, file])).toMatchObject({ code: 0 });
        expect(await rowsOf(data)).toEqual(WHOLE);
      } finally {
        execFileSync('umount', [disk]);
        await rm(disk, { recursive: true, force: true });
      }
    },
    TIMEOUT_MS,
  );
});
