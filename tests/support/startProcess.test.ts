import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWith } from './describeWith.ts';
import { ALERTMANAGER, startAlertmanager } from './startAlertmanager.ts';
import { NODE_EXPORTER, startNodeExporter } from './startNodeExporter.ts';
import { type RunningServer, startProcess } from './startProcess.ts';
import { PROMETHEUS, startPrometheus } from './startPrometheus.ts';
import { startVictoriaMetrics, VICTORIA_METRICS } from './startVictoriaMetrics.ts';

/** Starts a server, sees it answer, stops it, and sees nothing left of it. */
async function expectRoundTrip(start: () => Promise<RunningServer>): Promise<void> {
  const server = await start();
  expect((await fetch(`${server.url}/metrics`)).ok).toBe(true);
  expect(existsSync(server.folder)).toBe(true);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
  expect(existsSync(server.folder)).toBe(false);
}

describeWith([PROMETHEUS, VICTORIA_METRICS, ALERTMANAGER, NODE_EXPORTER], 'servers of tests', () => {
  it.each([
    [PROMETHEUS.command, startPrometheus],
    [VICTORIA_METRICS.command, startVictoriaMetrics],
    [ALERTMANAGER.command, startAlertmanager],
    [NODE_EXPORTER.command, startNodeExporter],
  ])('%s starts, answers, stops and leaves nothing behind', (_, start) => expectRoundTrip(() => start()));

  it('a server that ends at once is told with what it printed', async () => {
    const args = (): string[] => ['--no-such-flag'];
    const started = startProcess({ command: PROMETHEUS.command, args, probe: async () => undefined });
    await expect(started).rejects.toThrow(/prometheus did not start:[\s\S]*no-such-flag/);
  });

  it('a command that is not there is told by its name', async () => {
    const started = startProcess({ command: 'no-such-server', args: () => [], probe: async () => undefined });
    await expect(started).rejects.toThrow(/no-such-server did not start \(.*ENOENT/);
  });
});
