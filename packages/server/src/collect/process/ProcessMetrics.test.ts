import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@glasspane/core';
import { afterEach, describe, expect, it } from 'vitest';
import { toExposition } from '../exposition/metricFamily.ts';
import { ProcessMetrics } from './ProcessMetrics.ts';

const clock: Clock = { now: () => Date.now(), setTimeout: () => () => {} };

const running: ProcessMetrics[] = [];

afterEach(() => {
  for (const metrics of running.splice(0)) metrics.stop();
});

function start(lagWindowMs = 0): { value(name: string): number | undefined } {
  const metrics = new ProcessMetrics({ clock, lagWindowMs });
  running.push(metrics);
  return {
    value: (name) => toExposition(metrics.collect()).samples.find(({ labels }) => labels.__name__ === name)?.value,
  };
}

function block(durationMs: number): void {
  const endMs = performance.now() + durationMs;
  while (performance.now() < endMs);
}

/** Works for so long, however little of the processor others leave. */
function burn(cpuMs: number): void {
  const before = process.cpuUsage();
  for (let used = 0; used < cpuMs * 1000; ) {
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
}

describe('ProcessMetrics', () => {
  it('tells CPU time, memory and start of this process', () => {
    const metrics = start();
    const cpuSeconds = metrics.value('process_cpu_seconds_total') ?? Number.NaN;
    burn(50);
    const usage = process.cpuUsage();
    expect(metrics.value('process_cpu_seconds_total')).toBeGreaterThan(cpuSeconds + 0.02);
    expect(metrics.value('process_cpu_seconds_total')).toBeCloseTo((usage.user + usage.system) / 1e6, 1);
    const resident = (metrics.value('process_resident_memory_bytes') ?? 0) / process.memoryUsage.rss();
    expect(resident).toBeGreaterThan(0.8);
    expect(resident).toBeLessThan(1.25);
    const startSeconds = metrics.value('process_start_time_seconds') ?? 0;
    expect(Math.abs(Date.now() / 1000 - performance.now() / 1000 - startSeconds)).toBeLessThan(1);
    expect(metrics.value('nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6);
  });

  it.runIf(process.platform === 'linux')('counts open files', async () => {
    const { open } = await import('node:fs/promises');
    const metrics = start();
    const before = metrics.value('process_open_fds') ?? Number.NaN;
    const file = await open('/proc/self/stat');
    const during = metrics.value('process_open_fds');
    await file.close();
    expect(during).toBe(before + 1);
    expect(metrics.value('process_max_fds')).toBeGreaterThan(before);
    expect(metrics.value('process_virtual_memory_bytes')).toBeGreaterThan(process.memoryUsage.rss());
  });

  it('sees the event loop being blocked', async () => {
    const metrics = start();
    await wait(60);
    block(200);
    await wait(60);
    expect(metrics.value('nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0.15);
    await wait(100);
    expect(metrics.value('nodejs_eventloop_lag_max_seconds')).toBeLessThan(0.15);
  });

  it('tells everybody who asks within a window the same lag', async () => {
    const metrics = start(60_000);
    await wait(50);
    const first = metrics.value('nodejs_eventloop_lag_p50_seconds');
    block(100);
    await wait(50);
    expect(first).toBeDefined();
    expect(metrics.value('nodejs_eventloop_lag_p50_seconds')).toBe(first);
  });

  it('measures garbage collections until it stops', async () => {
    const metrics = start();
    const makeGarbage = async () => {
      for (let i = 0; i < 50; i += 1) Array.from({ length: 100_000 }, (_, n) => ({ n }));
      await wait(50);
      return metrics.value('nodejs_gc_duration_seconds_count');
    };
    const counted = await makeGarbage();
    expect(counted).toBeGreaterThan(0);
    for (const each of running) each.stop();
    expect(await makeGarbage()).toBe(counted);
  });
});
