import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseRuleFile } from '../../packages/server/src/rules/parseRuleFile.ts';
import { runPromtoolFile } from './runPromtoolTest.ts';

interface Entry {
  readonly file: string;
  readonly kind?: string;
  readonly expect: 'pass' | 'fail';
}

const folder = path.resolve(import.meta.dirname, '../../../shared/alerting/promtool');
const index = path.join(folder, 'index.yaml');
const entries: readonly Entry[] = existsSync(index) ? parse(readFileSync(index, 'utf8')) : [];

const LEFT_OPEN = 'it passes only where ranges and the lookback have both their ends, as before Prometheus 3';

/** What comes out otherwise than in Prometheus, and why. One that comes right makes its test fail, and leaves this list. */
const KNOWN_GAPS: ReadonlyMap<string, string> = new Map([
  ['prometheus/unittest.yml', 'native histograms are not there'],
  [
    'prometheus/rules_run_extrafields.yml',
    'fields that are not known are refused, as Prometheus does unless told otherwise',
  ],
  ['prometheus-rulefmt/legacy_validation_annotation.bad.yaml', 'names may be any UTF-8, as in Prometheus 3'],
  ['o11y/crashloopbackoff_test.yaml', LEFT_OPEN],
  ['o11y/kyverno_test.yaml', LEFT_OPEN],
  ['o11y/node_alerts_test.yaml', LEFT_OPEN],
  ['o11y/caching_availability_recording_rules_test.yaml', LEFT_OPEN],
]);

if (entries.length === 0) console.log(`promtool's cases skipped: put them into ${folder} to run them.`);

async function problemsOf({ file, kind }: Entry): Promise<readonly string[]> {
  try {
    if (kind !== 'rule-file-parse') return await runPromtoolFile(path.join(folder, file));
    parseRuleFile(await readFile(path.join(folder, file), 'utf8'), file, 60_000);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

describe.skipIf(entries.length === 0)('rules as promtool tests them', () => {
  it.each(entries)('$file comes out as expected: $expect', async (entry) => {
    const problems = await problemsOf(entry);
    const gap = KNOWN_GAPS.get(entry.file);
    const isAsExpected = (problems.length === 0) === (entry.expect === 'pass');
    if (gap !== undefined) {
      expect(isAsExpected, `${entry.file} comes out right now: take it off the list (${gap})`).toBe(false);
      return;
    }
    if (entry.expect === 'pass') expect(problems).toEqual([]);
    else expect(problems).not.toEqual([]);
  });
});
