import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AdapterInstance, describeAdapter } from '@glasspane/adapters/testkit';
import { createHistoryBackend } from '../src/createHistoryBackend.ts';
import { type HistoryFile, toHistory } from '../src/History.ts';

/** A backend over a JSON file in a temporary folder. */
async function createInstance(): Promise<AdapterInstance> {
  const folder = await mkdtemp(path.join(tmpdir(), 'glasspane-history-'));
  const file = path.join(folder, 'history.json');
  let content: HistoryFile = { metrics: [], series: [] };
  await writeFile(file, JSON.stringify(content));
  return {
    backend: createHistoryBackend(file, async (signal) =>
      toHistory(JSON.parse(await readFile(file, { encoding: 'utf8', signal }))),
    ),
    async load(series, metrics) {
      const added = series.map(({ labels, samples }) => ({
        labels,
        samples: samples.map(([timeMs, value]) => [timeMs, String(value)] as const),
      }));
      content = { metrics: [...content.metrics, ...metrics], series: [...content.series, ...added] };
      await writeFile(file, JSON.stringify(content));
    },
    close: () => rm(folder, { recursive: true }),
  };
}

describeAdapter({
  name: 'the history adapter',
  create: createInstance,
  knownGaps: { P5: 'it answers instant queries as ranges of one step, and a string is no range' },
});
