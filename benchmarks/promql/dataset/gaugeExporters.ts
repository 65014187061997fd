import { createNoise } from './createNoise.ts';
import { type Exporter, loadAt, range, SCRAPE_SECONDS, type SeriesLabels } from './Exporter.ts';

/** What a program says of itself: heap, queue, temperature of a room, what was built, and that it is up: 5 series. */
export function createProgramExporter(labels: SeriesLabels, seed: number): Exporter {
  const noise = createNoise(seed);
  const version = `1.${Math.floor(4 * noise())}.${Math.floor(10 * noise())}`;
  let celsius = 20 + 5 * noise();
  return {
    series: [
      { __name__: 'app_heap_bytes', ...labels },
      { __name__: 'app_queue_depth', ...labels },
      { __name__: 'app_room_celsius', ...labels },
      { __name__: 'app_build_info', ...labels, version, commit: (seed * 2_654_435_761).toString(16).slice(-7) },
      { __name__: 'up', ...labels },
    ],
    scrape({ seconds }, values, at) {
      const load = loadAt(seconds);
      celsius += noise() - 0.5 + (22 - celsius) * 0.01;
      values[at] = 4096 * Math.floor(20_000 * (load + noise()) + ((seconds + seed * 600) % 3600) * 10);
      values[at + 1] = Math.floor(30 * load * noise() ** 3);
      values[at + 2] = Math.round(celsius * 100) / 100;
      values[at + 3] = 1;
      values[at + 4] = 1;
    },
  };
}

const MODES = [
  { mode: 'idle', share: 0.7 },
  { mode: 'user', share: 0.2 },
  { mode: 'system', share: 0.08 },
  { mode: 'iowait', share: 0.02 },
];

/** What a host says of itself: processors, memory, load: 12 series. */
export function createHostExporter(labels: SeriesLabels, seed: number): Exporter {
  const noise = createNoise(seed);
  const processors = range(2).flatMap((cpu) => MODES.map((it) => ({ ...it, cpu: String(cpu) })));
  const busySeconds = Float64Array.from(processors, () => 100_000 * noise());
  return {
    series: [
      ...processors.map(({ cpu, mode }) => ({ __name__: 'node_cpu_seconds_total', ...labels, cpu, mode })),
      { __name__: 'node_memory_MemTotal_bytes', ...labels },
      { __name__: 'node_memory_MemAvailable_bytes', ...labels },
      { __name__: 'node_load1', ...labels },
      { __name__: 'up', ...labels },
    ],
    scrape({ seconds }, values, at) {
      const load = loadAt(seconds);
      for (const [index, { share }] of processors.entries()) {
        busySeconds[index] = (busySeconds[index] ?? 0) + SCRAPE_SECONDS * share * (0.8 + 0.4 * noise());
        values[at + index] = Math.round((busySeconds[index] ?? 0) * 100) / 100;
      }
      const next = at + processors.length;
      values[next] = 16 * 2 ** 30;
      values[next + 1] = 4096 * Math.floor(2 ** 21 * (1.5 - 0.5 * load + 0.2 * noise()));
      values[next + 2] = Math.round(load * (0.5 + noise()) * 100) / 100;
      values[next + 3] = 1;
    },
  };
}
