import { describe, expect, it } from 'vitest';
import { gauge } from '../exposition/metricFamily.ts';
import { writeExposition } from '../exposition/writeExposition.ts';
import type { HostCollector } from './HostCollector.ts';
import { HostMetrics } from './HostMetrics.ts';

function setUp(collectors: readonly HostCollector[], missing: readonly string[] = []) {
  const failures: string[] = [];
  let nowMs = 0;
  const metrics = new HostMetrics(
    { collectors, missing },
    { stopwatch: () => (nowMs += 250), onFailure: (collector, reason) => failures.push(`${collector}: ${reason}`) },
  );
  const lines = async () =>
    writeExposition(await metrics.collect())
      .split('\n')
      .filter((line) => !line.startsWith('#'));
  return { lines, failures };
}

const good: HostCollector = { name: 'good', collect: () => [gauge('node_good', 'Good.', 1)] };

describe('HostMetrics', () => {
  it('tells what each collector costs, and which the host cannot have', async () => {
    const { lines } = setUp([good], ['absent']);
    expect(await lines()).toEqual([
      'node_good 1',
      'node_scrape_collector_duration_seconds{collector="good"} 0.25',
      'node_scrape_collector_success{collector="good"} 1',
      'glasspane_collector_supported{collector="good"} 1',
      'glasspane_collector_supported{collector="absent"} 0',
      '',
    ]);
  });

  it('goes on where a collector fails, and says so once until it works again', async () => {
    let error: Error | undefined = new Error('denied');
    const flaky: HostCollector = {
      name: 'flaky',
      async collect() {
        if (error !== undefined) throw error;
        return [];
      },
    };
    const { lines, failures } = setUp([flaky, good]);
    const first = await lines();
    await lines();
    expect(failures).toEqual(['flaky: denied']);
    expect(first).toContain('node_good 1');
    expect(first).toContain('node_scrape_collector_success{collector="flaky"} 0');
    expect(first).toContain('glasspane_collector_supported{collector="flaky"} 1');
    error = undefined;
    expect(await lines()).toContain('node_scrape_collector_success{collector="flaky"} 1');
    error = new Error('denied again');
    await lines();
    expect(failures).toEqual(['flaky: denied', 'flaky: denied again']);
  });

  it('counts what the kernel does not have as not supported', async () => {
    const absent: HostCollector = {
      name: 'pressure',
      collect() {
        throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
      },
    };
    expect(await setUp([absent]).lines()).toContain('glasspane_collector_supported{collector="pressure"} 0');
  });
});
