import type { HeatmapModel } from './heatmapModel.ts';

/** Returns the counts with at most so many columns and rows, neighbours made one where there are more. */
export function fitHeatmap(model: HeatmapModel, maxColumns: number, maxRows: number): HeatmapModel {
  return joinRows(joinColumns(model, maxColumns), maxRows);
}

function joinColumns(model: HeatmapModel, maxColumns: number): HeatmapModel {
  const { times, buckets, counts } = model;
  const every = Math.ceil(times.length / Math.max(1, maxColumns));
  if (every <= 1) return model;
  const columns = Math.ceil(times.length / every);
  const joined = new Float64Array(buckets.length * columns);
  for (let bucket = 0; bucket < buckets.length; bucket += 1) {
    for (let column = 0; column < columns; column += 1) {
      const from = bucket * times.length + column * every;
      const to = Math.min(from + every, (bucket + 1) * times.length);
      joined[bucket * columns + column] = join(counts.subarray(from, to), model.joins);
    }
  }
  const ends = Float64Array.from({ length: columns }, (_, column) => {
    return times[Math.min(times.length, (column + 1) * every) - 1] ?? 0;
  });
  // The last one may be of fewer steps: it ends where a whole one would, so that all are equally long.
  ends[columns - 1] = (times[(columns - 1) * every] ?? 0) + (every - 1) * model.stepMs;
  return { ...model, times: ends, stepMs: model.stepMs * every, counts: joined };
}

function join(counts: Float64Array, how: HeatmapModel['joins']): number {
  let [sum, samples] = [0, 0];
  for (const count of counts) {
    if (Number.isNaN(count)) continue;
    sum += count;
    samples += 1;
  }
  if (samples === 0) return Number.NaN;
  return Math.min(1e304, how === 'sum' ? sum : sum / samples);
}

function joinRows(model: HeatmapModel, maxRows: number): HeatmapModel {
  const { times, buckets, counts } = model;
  const every = Math.ceil(buckets.length / Math.max(1, maxRows));
  if (every <= 1) return model;
  const rows = Math.ceil(buckets.length / every);
  const joined = new Float64Array(rows * times.length).fill(Number.NaN);
  for (let bucket = 0; bucket < buckets.length; bucket += 1) {
    for (let column = 0; column < times.length; column += 1) {
      const count = counts[bucket * times.length + column] ?? Number.NaN;
      if (Number.isNaN(count)) continue;
      const place = Math.floor(bucket / every) * times.length + column;
      const before = joined[place] ?? Number.NaN;
      joined[place] = Math.min(1e304, Number.isNaN(before) ? count : before + count);
    }
  }
  const merged = Array.from({ length: rows }, (_, row) => ({
    low: buckets[row * every]?.low ?? 0,
    high: buckets[Math.min(buckets.length, (row + 1) * every) - 1]?.high ?? 0,
  }));
  return { ...model, buckets: merged, counts: joined };
}
