import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFile } from '../../../scripts/conformance/runFile.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/promql/testdata');
const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.test')) : [];

/** Cases that are known to fail, as `file:line`. One that starts to pass makes its test fail, and leaves this list. */
const knownFailures: ReadonlySet<string> = new Set([]);

if (files.length === 0)
  console.log(`PromQL conformance skipped: put Prometheus's .test files into ${folder} to run it.`);

describe.skipIf(files.length === 0)('PromQL conformance', () => {
  it.each(files)('answers every case of %s as Prometheus does', async (name) => {
    const outcomes = await runFile(fs.readFileSync(path.join(folder, name), 'utf8'));
    const failures = outcomes.filter(({ problem }) => problem !== undefined);
    const expected = [...knownFailures].filter((id) => id.startsWith(`${name}:`));
    const found = new Map(failures.map(({ line, query, problem }) => [`${name}:${line}`, `${query}: ${problem}`]));
    for (const id of expected) {
      expect(found.has(id), `${id} passes now: take it off the list of known failures`).toBe(true);
      found.delete(id);
    }
    expect(Object.fromEntries(found)).toEqual({});
    expect(outcomes.length).toBeGreaterThan(0);
  });
});
