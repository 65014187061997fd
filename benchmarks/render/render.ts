import { rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { chromium } from 'playwright';
import { findChromium, findExecutable } from '../../scripts/dev/executables.mjs';
import { buildPages } from './buildPages.ts';
import { contest } from './contest.ts';
import { type Entrant, ours, peers, yardstick } from './contestants.ts';
import type { PageSource } from './openPage.ts';
import { readOptions } from './options.ts';
import { scenarios } from './page/scenarios.ts';
import { type Outcome, printOutcome } from './report.ts';
import { saveTrace } from './saveTrace.ts';

const options = readOptions(process.env);
const entrants = [yardstick, ...ours, ...peers.filter(({ name }) => options.peers.test(name))];
const chosen = scenarios.filter(({ name }) => options.only.test(name));

async function compare(source: PageSource): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const scenario of chosen) {
    const taking = entrants.filter(({ only }) => only?.test(scenario.name) ?? true);
    const results = await contest(source, scenario, { entrants: taking, rounds: options.rounds });
    outcomes.push({ scenario, results });
    printOutcome({ scenario, results });
    const { traceFile: file } = options;
    if (file !== undefined) await saveTrace(source, { contestant: 'glasspane', scenario, file });
  }
  return outcomes;
}

const folder = await buildPages(
  entrants.map(({ name }: Entrant) => name),
  options.usesSources,
);
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  console.log(`Chromium ${browser.version()}, medians of ${options.rounds} pages each, ratios to ${yardstick.name}.`);
  const outcomes = await compare({ browser, folder, devicePixelRatio: options.devicePixelRatio });
  if (options.jsonFile !== undefined) {
    const machine = { processors: cpus().length, model: cpus()[0]?.model, chromium: browser.version() };
    await writeFile(options.jsonFile, `${JSON.stringify({ outcomes, machine }, undefined, 2)}\n`);
  }
} finally {
  await browser.close();
  if (options.isKept) console.log(`The pages are in ${folder}.`);
  else await rm(folder, { recursive: true, force: true });
}

function findBrowser(): string {
  const file = process.env.CHROMIUM_PATH ?? findExecutable('chromium-headless-shell') ?? findChromium();
  if (file === undefined) throw new Error('There is no Chromium; CHROMIUM_PATH says where one is.');
  return file;
}
