import type { Frame, Labels, NumberField } from '@glasspane/core';
import {
  type Annotation,
  type EvaluationOptions,
  evaluateInstant,
  evaluateRange,
  type InstantResult,
  type RangeResult,
  type SampleSource,
} from '@glasspane/promql';

/** What is asked of the playground. */
export interface PlaygroundQuestion {
  readonly query: string;
  /** Milliseconds since the epoch. */
  readonly endMs: number;
  /** Left out: at the end only, as an instant query. */
  readonly range?: { readonly lengthMs: number; readonly stepMs: number } | undefined;
}

/** What came of a question. */
export interface PlaygroundAnswer {
  readonly type: 'range' | InstantResult['type'];
  /** The series; empty for a string. */
  readonly frame: Frame;
  readonly text?: string | undefined;
  readonly annotations: readonly Annotation[];
  readonly seriesCount: number;
  readonly sampleCount: number;
  /** The samples that the source handed out. */
  readonly readCount: number;
  readonly durationMs: number;
}

/** What one question may use: enough for all that the sample data can say. */
export const playgroundLimits = { maxSamples: 2_000_000, maxSeries: 1000, maxPoints: 11_000 };

const timeoutMs = 10_000;

const noSeries: Frame = { length: 0, fields: [] };

/** Counts the samples that a source hands out. */
function counted(source: SampleSource, onRead: (count: number) => void): SampleSource {
  return {
    async select(request, signal) {
      const series = await source.select(request, signal);
      for (const { times } of series) onRead(times.length);
      return series;
    },
  };
}

/** Cuts texts that nobody reads to their end. */
function shorten(labels: Labels): Labels {
  const cut = (text: string): string =>
    text.length > 100 ? `${text.slice(0, 40)}… (${text.length.toLocaleString('en')} characters)` : text;
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, cut(value)]));
}

function numberField(labels: Labels, values: Float64Array, gaps?: Uint8Array): NumberField {
  const name = labels.__name__ ?? 'value';
  return { kind: 'number', name, labels: shorten(labels), values, gaps };
}

function frameOf(times: Float64Array, fields: readonly NumberField[]): Frame {
  return { length: times.length, fields: [{ kind: 'time', name: 'time', values: times }, ...fields] };
}

/** Puts series with times of their own on the times of all. */
function matrixFrame(series: Extract<InstantResult, { type: 'matrix' }>['series']): Frame {
  const times = Float64Array.from(new Set(series.flatMap((one) => [...one.times]))).sort();
  const rows = new Map([...times].map((timeMs, row) => [timeMs, row]));
  const fields = series.map((one) => {
    const values = new Float64Array(times.length).fill(Number.NaN);
    const gaps = new Uint8Array(times.length).fill(1);
    one.times.forEach((timeMs, index) => {
      const row = rows.get(timeMs) ?? 0;
      values[row] = one.values[index] ?? Number.NaN;
      gaps[row] = 0;
    });
    return numberField(one.labels, values, gaps);
  });
  return frameOf(times, fields);
}

function instantFrame(result: InstantResult): Frame {
  switch (result.type) {
    case 'string':
      return noSeries;
    case 'matrix':
      return matrixFrame(result.series);
    case 'scalar':
      return frameOf(Float64Array.of(result.timeMs), [numberField({}, Float64Array.of(result.value))]);
    case 'vector':
      return frameOf(
        Float64Array.of(result.timeMs),
        result.samples.map(({ labels, value }) => numberField(labels, Float64Array.of(value))),
      );
  }
}

function rangeFrame({ times, series }: RangeResult): Frame {
  return frameOf(
    times,
    series.map(({ labels, values, gaps }) => numberField(labels, values, gaps)),
  );
}

function countSamples({ length, fields }: Frame): number {
  let count = 0;
  for (const field of fields) {
    if (field.kind !== 'number') continue;
    count += field.gaps === undefined ? length : field.gaps.reduce((present, gap) => present + 1 - gap, 0);
  }
  return count;
}

/**
 * Evaluates a query within the playground's limits. It leaves the page to others every few milliseconds.
 *
 * @throws PromqlSyntaxError or PromqlEvaluationError.
 */
export async function askPlayground(
  { query, endMs, range }: PlaygroundQuestion,
  source: SampleSource,
  signal: AbortSignal,
): Promise<PlaygroundAnswer> {
  const startedMs = performance.now();
  let readCount = 0;
  const reading = counted(source, (count) => {
    readCount += count;
  });
  const options: EvaluationOptions = {
    ...playgroundLimits,
    timeout: { ms: timeoutMs, now: () => performance.now() },
    signal,
    yieldControl: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
  const answered = (type: PlaygroundAnswer['type'], frame: Frame, annotations: readonly Annotation[]) => ({
    type,
    frame,
    annotations,
    seriesCount: frame.fields.filter(({ kind }) => kind === 'number').length,
    sampleCount: countSamples(frame),
    readCount,
    durationMs: performance.now() - startedMs,
  });
  if (range !== undefined) {
    const times = { startMs: endMs - range.lengthMs, endMs, stepMs: range.stepMs };
    const result = await evaluateRange(query, times, reading, options);
    return answered('range', rangeFrame(result), result.annotations);
  }
  const result = await evaluateInstant(query, endMs, reading, options);
  const answer = answered(result.type, instantFrame(result), result.annotations);
  return result.type === 'string' ? { ...answer, text: result.value } : answer;
}
