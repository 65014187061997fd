import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatExpr, parseExpr, printExpr, sortMatchers } from '@glasspane/promql/syntax';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { describeWith } from '../support/describeWith.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { dashboardQueries, hasCorpus, testDataQueries } from './languageCorpus.ts';

// Written for this test: what dashboards have too little of.
const OWN = [
  '-1',
  '+1',
  '--1',
  '-1 ^ 2',
  '2 ^ -1 ^ 2',
  '-x',
  '-(x)',
  'Inf',
  '+Inf',
  '-Inf',
  '-NaN',
  'nan',
  '0x1F',
  '010',
  '.5',
  '2.',
  '1e3',
  '0.0001',
  '123456789',
  '{__name__="load"}',
  '{__name__="load",a="b"}',
  '{b="c",__name__="load"}',
  '{B="c",__name__="load"}',
  '{__name__=~"a|b"}',
  'sum',
  'sum{a="b"}',
  'x{b="1",a!="2",c=~"3.*",a!~"4"}',
  "x{a='\\'\"',b=`\\d\"`}",
  'x{a="\\xff\\u00e9\\U0001F600\\u200d\\u00a0\\t"}',
  'sum by () (x)',
  'sum without () (x)',
  'sum(x) by (b, a)',
  'SUM(x) WITHOUT (b)',
  'topk(1 + 2, x)',
  'count_values("a\\"b", x)',
  'a + on () b',
  'a + ignoring () b',
  'a + on (x) group_left b',
  'a + on (x) group_right (y, z) (b)',
  'a >= bool on (x) b',
  'a and b or c unless on (d) e',
  'a atan2 b % c',
  'x offset -1h30m',
  'x[90s] offset 1d',
  'x[1w] @ 1.5 offset 1h',
  'x @ start() offset 1h',
  'x offset 1h @ end()',
  'rate(x[5m])[1h:] @ -1 offset 5m',
  'rate(x[5m])[1h:30s]',
  '(rate(x[5m]))[1y2w3d:1d]',
  'max_over_time(sum by (job) (rate(x[5m]))[1h30m:90s])',
  'time()',
  '# comment\nx # another\n+ 1',
];

async function format(url: string, query: string): Promise<string | undefined> {
  const response = await fetch(`${url}/api/v1/format_query`, { method: 'POST', body: new URLSearchParams({ query }) });
  const { data } = (await response.json()) as { readonly data?: string };
  return data;
}

interface Rules {
  readonly data: { readonly groups: readonly { readonly rules: readonly { readonly query: string }[] }[] };
}

async function readRules(url: string): Promise<readonly string[]> {
  const { data } = (await (await fetch(`${url}/api/v1/rules`)).json()) as Rules;
  return data.groups.flatMap(({ rules }) => rules.map(({ query }) => query));
}

/** Returns both texts where they differ. */
function differenceOf(ours: string, theirs: string, print: (text: string) => string): string | undefined {
  // Since version 3.3 numbers are printed in full (`1000000`), where 2.42 has an exponent (`1e+06`). Lines break later
  // or earlier for it.
  const isOnlyNumbers = /\de[+-]\d\d/.test(theirs) && print(theirs) === ours;
  return ours === theirs || isOnlyNumbers ? undefined : `ours:   ${ours}\ntheirs: ${theirs}`;
}

const printed = (query: string): string => printExpr(sortMatchers(parseExpr(query)));
const formatted = (query: string): string => formatExpr(parseExpr(query));

describeWith([PROMETHEUS], 'PromQL, printed by Prometheus and by us', () => {
  const queries = [...OWN, ...(hasCorpus ? [...testDataQueries(), ...dashboardQueries()] : [])];
  const theirs = new Map<string, string>();
  let folder: string;
  let server: RunningServer;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'glasspane-print-'));
    server = await startPrometheus({
      config: { rule_files: [path.join(folder, '*.yml')], global: { evaluation_interval: '1h' } },
      args: ['--web.enable-lifecycle'],
    });
    for (const query of queries) {
      const answer = await format(server.url, query);
      // The rest is newer than that version: functions, UTF-8 names, computed durations …
      if (answer !== undefined) theirs.set(query, answer);
    }
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is read by Prometheus 2.42 for the most part', () => {
    expect(OWN.filter((query) => !theirs.has(query))).toEqual([]);
    expect(theirs.size).toBeGreaterThan(hasCorpus ? 3000 : 0);
  });

  it('is formatted equally', () => {
    const differences = [...theirs].map(([query, answer]) => differenceOf(formatted(query), answer, formatted));
    expect(differences.filter((difference) => difference !== undefined)).toEqual([]);
  });

  it('is printed equally in one line, as the rules of the API are', async () => {
    const readable = [...theirs.keys()];
    const rules = readable.map((expr) => ({ record: 'r', expr }));
    const groups = [{ name: 'g', rules: rules.map((rule, index) => ({ ...rule, labels: { index: `${index}` } })) }];
    await writeFile(path.join(folder, 'rules.yml'), stringify({ groups }));
    expect((await fetch(`${server.url}/-/reload`, { method: 'POST' })).status).toBe(200);
    await waitUntil('the rules are loaded', async () => (await readRules(server.url)).length === readable.length);
    const answers = await readRules(server.url);
    const differences = readable.map((query, index) => differenceOf(printed(query), answers[index] ?? '', printed));
    expect(differences.filter((difference) => difference !== undefined)).toEqual([]);
  });
});
