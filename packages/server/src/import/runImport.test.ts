import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOptions } from './ImportOptions.ts';
import type { FileIdentity, FileProgress, ImportBatch, ImportTarget, KnownImport } from './ImportTarget.ts';
import { type ImportOutcome, runImport } from './runImport.ts';

const NOW = 1_700_000_000_000;
const DAY_MS = 86_400_000;

/** Keeps what it is given, in small batches; fails where it is told to. */
class FakeTarget implements ImportTarget {
  readonly hasRecords = true;
  readonly batchSamples = 10;
  readonly values: number[] = [];
  readonly #names = new Map<string, number>();
  readonly #records = new Map<
    string,
    { readonly digest: string; readonly modifiedMs: number; readonly progress: FileProgress }
  >();
  failAfter = Number.POSITIVE_INFINITY;
  onWrite = (): void => undefined;

  seriesFor(labels: object): number {
    const key = JSON.stringify(labels);
    const number = this.#names.get(key) ?? this.#names.size;
    this.#names.set(key, number);
    return number;
  }

  async write({ samples, identity, progress }: ImportBatch): Promise<number> {
    const values = [...samples.values.subarray(0, samples.length)];
    await new Promise((resolve) => setImmediate(resolve));
    if (this.values.length + values.length > this.failAfter) throw new Error('No space left on device');
    this.values.push(...values);
    if (identity !== undefined) this.#records.set(identity.path, { ...identity, progress });
    this.onWrite();
    return 0;
  }

  async find({ path, digest, modifiedMs }: FileIdentity): Promise<KnownImport> {
    const record = this.#records.get(path);
    if (record === undefined) return { type: 'new' };
    const { progress } = record;
    return { type: record.digest === digest && record.modifiedMs === modifiedMs ? 'known' : 'changed', progress };
  }

  async close(): Promise<void> {
    this.values.length = 0;
  }
}

let folder: string;
let target: FakeTarget;
let stopping: AbortController;
let stdout: string;
let stderr: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-import-'));
});

beforeEach(() => {
  target = new FakeTarget();
  stopping = new AbortController();
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

function run(
  files: readonly string[],
  options: Partial<ImportOptions> = {},
  input: string | Readable = '',
): Promise<ImportOutcome> {
  stdout = '';
  stderr = '';
  return runImport({
    files,
    options: {
      ...{ format: undefined, timestampMs: undefined, isStrict: false, shouldRestart: false, retentionMs: 15 * DAY_MS },
      ...options,
    },
    target,
    clock: { now: () => NOW, setTimeout: () => () => undefined },
    signal: stopping.signal,
    stdin: typeof input === 'string' ? Readable.from(input === '' ? [] : [Buffer.from(input)]) : input,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
}

/** So many lines, each longer than what is read at once, so that every batch has one of them. */
function longLines(count: number, from = 0): string {
  const padding = 'x'.repeat(600_000);
  return Array.from({ length: count }, (_, line) => `a{x="${padding}"} ${from + line} ${NOW}\n`).join('');
}

const shortLines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `a{x="${line % 3}"} ${line} ${NOW + Math.floor(line / 3)}\n`).join('');

describe('runImport', () => {
  it('imports files and says what became of each', async () => {
    const [one, two] = [await file('one', shortLines(25)), await file('two', `a 1 ${NOW / 1000}\n# EOF`)];
    expect(await run([one, two, '-'], {}, `b 7 ${NOW}\n`)).toBe('complete');
    expect(target.values).toEqual([...Array.from({ length: 25 }, (_, line) => line), 1, 7]);
    expect(stderr).toBe('');
    expect(stdout.replaceAll(/in .*?s \(.*?\)/g, 'in …')).toBe(
      [
        `${one}: 25 samples of 3 series in …, 0 duplicates, 0 lines refused`,
        `${two}: 1 sample of 1 series in …, 0 duplicates, 0 lines refused`,
        '-: 1 sample of 1 series in …, 0 duplicates, 0 lines refused\n',
      ].join('\n'),
    );
  });

  it('goes on after bad lines, shows the first of them and counts all', async () => {
    const path = await file('bad', `${shortLines(3)}${'a x\n'.repeat(30)}${shortLines(3)}`);
    expect(await run([path])).toBe('refused');
    expect(target.values).toEqual([0, 1, 2, 0, 1, 2]);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.length).toBe(21);
    expect(lines[0]).toBe(`${path}:4: expected a value before this place, not "x"; found the line ends (column 4)`);
    expect(lines[19]).toMatch(/:23: expected a value/);
    expect(lines[20]).toBe(`${path}: more lines are refused, they are only counted`);
    expect(stdout).toContain('30 lines refused');
  });

  it('stops at the first bad line when told to, with nothing of the batch', async () => {
    const path = await file('strict', `${shortLines(3)}a x\n${shortLines(3)}`);
    await expect(run([path], { isStrict: true })).rejects.toThrow(
      `${path}:4: expected a value before this place, not "x"; found the line ends (column 4); nothing of it was kept`,
    );
    expect(target.values).toEqual([]);
  });

  it('takes a file of OpenMetrics that does not end as one for cut short', async () => {
    const path = await file('cut', `# TYPE a info\na_info 1 ${NOW / 1000}\n`);
    expect(await run([path])).toBe('refused');
    expect(stderr).toBe(`${path}:3: the file must end with "# EOF"; it may have been cut short\n`);
    expect(target.values).toEqual([1]);
  });

  it('goes on where it failed, with each sample once', async () => {
    const path = await file('full', longLines(40));
    target.failAfter = 25;
    await expect(run([path])).rejects.toThrow(/^.*full: No space left on device; what stands before line \d+ is kept$/);
    const kept = target.values.length;
    expect(kept).toBeGreaterThanOrEqual(10);
    expect(kept).toBeLessThan(40);
    target.failAfter = Number.POSITIVE_INFINITY;
    expect(await run([path])).toBe('complete');
    expect(stderr).toBe(`${path} was imported in part before: going on at line ${kept + 1}\n`);
    expect(stdout).toContain(`: ${40 - kept} samples of 1 series`);
    expect(stdout).toContain('40 samples with those before');
    expect(target.values).toEqual(Array.from({ length: 40 }, (_, line) => line));
  });

  it('does not import a file twice, unless it is told to', async () => {
    const path = await file('twice', shortLines(5));
    await run([path]);
    expect(await run([path])).toBe('complete');
    expect(stdout).toBe(
      `${path}: imported before (5 samples, 0 duplicates, 0 lines refused); --restart imports it again\n`,
    );
    expect(target.values.length).toBe(5);
    await run([path], { shouldRestart: true });
    expect(target.values.length).toBe(10);
  });

  it('begins anew with a file that has changed, and says so', async () => {
    const path = await file('changed', longLines(40));
    target.failAfter = 25;
    await expect(run([path])).rejects.toThrow('No space left');
    target.failAfter = Number.POSITIVE_INFINITY;
    target.values.length = 0;
    await utimes(path, 1, 1);
    expect(await run([path])).toBe('complete');
    expect(stderr).toContain(`${path} has changed since it was imported, or is read in another way now: it is read`);
    expect(target.values.length).toBe(40);
  });

  it('keeps what it has read when it is stopped, and goes on there', async () => {
    const path = await file('stopped', longLines(40));
    target.onWrite = () => stopping.abort();
    expect(await run([path, '-'], {}, 'never read')).toBe('stopped');
    expect(stderr).toContain('stopped; the same command goes on where this one stopped');
    const kept = target.values.length;
    expect(kept).toBeLessThan(40);
    stopping = new AbortController();
    target.onWrite = () => undefined;
    expect(await run([path])).toBe('complete');
    expect(target.values).toEqual(Array.from({ length: 40 }, (_, line) => line));
  });

  it('keeps what came through a pipe that is waited for when it is stopped', async () => {
    const stdin = new PassThrough();
    target.onWrite = () => setImmediate(() => stopping.abort());
    // More than is looked at beforehand.
    stdin.write(shortLines(30_000));
    stdin.write('a 99');
    expect(await run(['-'], {}, stdin)).toBe('stopped');
    expect(target.values.length).toBe(30_000);
    expect(stderr).toContain('stopped; the same command begins again; what is there already stays as it is');
  });

  it('stops while nothing comes through a pipe', async () => {
    setImmediate(() => stopping.abort());
    expect(await run(['-'], {}, new PassThrough())).toBe('stopped');
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'stopped before anything was read\n' });
  });

  it('looks for all files before it reads the first', async () => {
    const path = await file('first', shortLines(3));
    await expect(run([path, 'nowhere'])).rejects.toThrow(/^nowhere cannot be read: ENOENT/);
    expect(target.values).toEqual([]);
  });

  it('warns of samples that the server will delete, and of exemplars', async () => {
    const path = await file('old', `a 1 ${NOW / 1000 - 3 * 86_400}\na 2 ${NOW / 1000} # {x="y"} 1\n# EOF\n`);
    expect(await run([path], { retentionMs: 2 * DAY_MS })).toBe('complete');
    expect(stderr).toContain(`${path}: 1 exemplar left out: the server keeps none\n`);
    expect(stderr).toContain("1 sample older than the server's --retention (here 2 days)");
  });
});
