import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contest, contest, warmUp } from './contest.ts';
import { readDashboardExpressions } from './dashboardExpressions.ts';
import { type Loaded, load, settle } from './load.ts';
import { type BenchmarkOptions, readOptions } from './options.ts';
import { type ParseContest, parseContest } from './parseContest.ts';
import { queries } from './queries.ts';
import { printContest, printContestHead, printSlowQueries, printSummary, type Summary, summarize } from './report.ts';
import { type Contestant, startContestants, stopContestants } from './servers.ts';
import { printRow } from './table.ts';
import { createUsageMeter, type PartUsage, printUsage } from './usageReport.ts';

const MINUTE_MS = 60_000;
// Windows of whole minutes begin between two whole minutes then, where Prometheus 2 and 3 agree on what is in them.
const LAST_MOMENT_MS = MINUTE_MS / 2;

interface Results {
  readonly loaded: Loaded;
  readonly contests: readonly Contest[];
  readonly summary: Summary;
  readonly usageOfLoad: readonly PartUsage[];
  readonly usageOfQueries: readonly PartUsage[];
}

/** Loads, asks and prints; returns what came of it. */
async function compareServers(contestants: readonly Contestant[], options: BenchmarkOptions): Promise<Results> {
  const dataset = { ...options, endMs: Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS };
  const meter = createUsageMeter(contestants);
  const loaded = await load(contestants, dataset);
  await settle(contestants, dataset);
  printLoaded(loaded, contestants);
  const usageOfLoad = meter.endPart();
  const chosen = queries.filter(({ name }) => options.only.test(name));
  const endMs = dataset.endMs - LAST_MOMENT_MS;
  await warmUp(contestants, chosen, { endMs, rounds: options.warmUpRounds });
  printContestHead(options.rounds);
  const contests: Contest[] = [];
  for (const query of chosen) {
    const result = await contest(contestants, query, { ...options, endMs });
    printContest(result);
    contests.push(result);
  }
  const usageOfQueries = meter.endPart();
  const summary = summarize(contests);
  printSummary(summary);
  printSlowQueries(contests);
  printUsage('Memory and processor time while loading', usageOfLoad);
  printUsage('Memory and processor time while answering', usageOfQueries);
  return { loaded, contests, summary, usageOfLoad, usageOfQueries };
}

function printLoaded({ seriesCount, sampleCount, seconds }: Loaded, contestants: readonly Contestant[]): void {
  console.log(
    `${seriesCount} series, ${sampleCount} samples, written through remote write. Seconds until all is accepted:`,
  );
  for (const [index, { name }] of contestants.entries()) printRow(name, [(seconds[index] ?? 0).toFixed(1)]);
}

function compareParsers(): ParseContest | undefined {
  const packageFile = fileURLToPath(import.meta.resolve('glasspane-server/package.json'));
  const folder = path.join(path.dirname(packageFile), '../../../shared/dashboards');
  const expressions = readDashboardExpressions(folder);
  if (expressions.length === 0) {
    console.log('\nParsing is not measured: there are no dashboards in ../shared/dashboards.');
    return undefined;
  }
  const result = parseContest(expressions);
  console.log(
    `\nParsing ${result.parsed} of ${result.expressions} expressions of ../shared/dashboards, microseconds each`,
  );
  printRow('glasspane, types checked', [result.ourMicroseconds.toFixed(1)]);
  printRow('lezer-promql, tree only', [result.peerMicroseconds.toFixed(1)]);
  return result;
}

function failInterrupted(): never {
  throw new Error('The comparison was interrupted.');
}

const options = readOptions(process.env);
const interruption = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
const contestants = await startContestants(options.nodeArgs);
try {
  const results = await Promise.race([compareServers(contestants, options), interruption.then(failInterrupted)]);
  const parsing = compareParsers();
  if (options.jsonFile !== undefined) {
    const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version };
    await writeFile(options.jsonFile, `${JSON.stringify({ ...results, parsing, machine }, undefined, 2)}\n`);
  }
  if (results.contests.some(({ differences: [prometheus] }) => (prometheus?.differing ?? 0) > 0)) {
    console.error('\nOur answers are not those of Prometheus.');
    process.exitCode = 1;
  }
  if (options.isKept) {
    for (const { name, server } of contestants) {
      console.log(`${name}: ${server.url}, process ${server.pid}, data in ${server.folder}`);
    }
    console.log(`Interrupt process ${process.pid} to stop them.`);
    await interruption;
  }
} finally {
  await stopContestants(contestants);
}
