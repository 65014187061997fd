import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { goLive, MOVES, mount, prepareNext, refresh, sweep } from './actions.ts';
import { type OpenPage, openPage, type PageSource } from './openPage.ts';
import type { Scenario } from './page/scenarios.ts';
import { trace } from './presentation.ts';

/** Tasks, frames, and which functions take the time. */
const CATEGORIES = [
  'blink.user_timing',
  'cc',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-display.framedisplayed',
  'disabled-by-default-v8.cpu_profiler',
  'v8.execute',
];

/** Whose trace is saved, and where. */
export interface TraceTarget {
  readonly contestant: string;
  readonly scenario: Scenario;
  /** The name of the scenario is put before its extension. */
  readonly file: string;
}

/** Runs a scenario once more, and saves a trace of it for the developer tools of Chromium. */
export async function saveTrace(source: PageSource, { contestant, scenario, file }: TraceTarget): Promise<void> {
  const opened = await openPage(source, contestant, scenario);
  const { dir, name, ext } = path.parse(file);
  try {
    if (scenario.measure !== 'mount') await mount(opened);
    const target = { browser: source.browser, page: opened.page };
    const buffer = await trace(target, CATEGORIES, () => act(opened, scenario));
    await writeFile(path.join(dir, `${name}-${scenario.name}${ext}`), buffer);
  } finally {
    await opened.close();
  }
}

async function act(opened: OpenPage, scenario: Scenario): Promise<void> {
  switch (scenario.measure) {
    case 'mount':
      return mount(opened);
    case 'live':
      return goLive(opened);
    case 'hover':
      return sweep(opened, scenario, MOVES);
    case 'refresh':
      await prepareNext(opened);
      return refresh(opened);
  }
}
