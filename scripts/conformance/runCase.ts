import {
  type Annotation,
  evaluateInstant,
  evaluateRange,
  type InstantResult,
  type Labels,
  PromqlEvaluationError,
  PromqlSyntaxError,
  type RangeResult,
} from '@glasspane/promql';
import { type Expr, parseExpr, visitExpr } from '@glasspane/promql/syntax';
import type { Point } from './parsePoints.ts';
import type { EvalCommand, ExpectedSeries } from './parseTestFile.ts';
import type { TestStore } from './TestStore.ts';

/** A difference between what a case wants and what came. */
class Mismatch extends Error {}

const keyOf = (labels: Labels): string =>
  JSON.stringify(
    Object.entries(labels)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function isEqual(want: Point, got: Point): boolean {
  if (typeof want !== 'number' || typeof got !== 'number') return want === got;
  if (Number.isNaN(want) || Number.isNaN(got)) return Number.isNaN(want) && Number.isNaN(got);
  if (want === got) return true;
  if (!Number.isFinite(want) || !Number.isFinite(got)) return false;
  const sum = Math.abs(want) + Math.abs(got);
  if (want === 0 || got === 0) return Math.abs(want - got) < 1e-6 * Number.MIN_VALUE * 2 ** 52;
  return Math.abs(want - got) / Math.min(sum, Number.MAX_VALUE) < 1e-6;
}

const show = (points: readonly Point[]): string =>
  points.map((point) => (point === undefined ? '_' : String(point))).join(' ');

/** Compares series as sets; the points behind the last one wanted must be missing. */
function compareSeries(want: readonly ExpectedSeries[], got: readonly ExpectedSeries[], steps: number): void {
  const wanted = new Map(want.map((series) => [keyOf(series.labels), series.points]));
  for (const { labels, points } of got) {
    const key = keyOf(labels);
    const expected = wanted.get(key);
    if (expected === undefined) throw new Mismatch(`unexpected ${key} ${show(points)}`);
    wanted.delete(key);
    for (let step = 0; step < Math.max(steps, expected.length); step += 1) {
      if (isEqual(expected[step], points[step])) continue;
      throw new Mismatch(`${key}: expected ${show(expected)}, got ${show(points)}`);
    }
  }
  for (const [key, points] of wanted) {
    if (points.some((point) => point !== undefined)) throw new Mismatch(`missing ${key} ${show(points)}`);
  }
}

function checkAnnotations({ expectations }: EvalCommand, annotations: readonly Annotation[]): void {
  for (const [severity, kind] of [
    ['warning', 'warn'],
    ['info', 'info'],
  ] as const) {
    const messages = annotations.filter((one) => one.severity === severity).map(({ message }) => message);
    const wanted = expectations.filter((one) => one.kind === kind);
    const isForbidden = expectations.some((one) => one.kind === `no_${kind}`);
    if (isForbidden && messages.length > 0) throw new Mismatch(`unexpected ${kind}: ${messages.join('; ')}`);
    if (wanted.length > 0 && messages.length === 0) throw new Mismatch(`no ${kind} came`);
    const texts = wanted.filter(({ message, pattern }) => message !== undefined || pattern !== undefined);
    if (texts.length === 0) continue;
    const fits = (message: string, one: (typeof texts)[number]): boolean =>
      one.message === undefined ? new RegExp(one.pattern ?? '').test(message) : one.message === message;
    for (const message of messages) {
      if (!texts.some((one) => fits(message, one))) throw new Mismatch(`unexpected ${kind}: ${message}`);
    }
    for (const one of texts) {
      if (!messages.some((message) => fits(message, one)))
        throw new Mismatch(`missing ${kind}: ${one.message ?? one.pattern}`);
    }
  }
}

function pointsOf(result: RangeResult): ExpectedSeries[] {
  return result.series.map(({ labels, values, gaps }) => ({
    labels,
    points: Array.from(values, (value, step): Point => (gaps?.[step] === 1 ? undefined : value)),
  }));
}

function compareMatrix(command: EvalCommand, result: InstantResult): void {
  const { matrix } = command;
  if (matrix === undefined || result.type !== 'matrix')
    throw new Mismatch(`expected a range vector, got a ${result.type}`);
  const count = Math.floor((matrix.endMs - matrix.startMs) / matrix.stepMs) + 1;
  const got = result.series.map(({ labels, times, values }) => {
    const points = new Array<Point>(count).fill(undefined);
    times.forEach((timeMs, index) => {
      const step = (timeMs - matrix.startMs) / matrix.stepMs;
      if (!Number.isInteger(step) || step < 0 || step >= count) throw new Mismatch(`unexpected sample at ${timeMs} ms`);
      points[step] = values[index];
    });
    return { labels, points };
  });
  compareSeries(command.series, got, count);
}

function compareInstant(command: EvalCommand, result: InstantResult, isOrderChecked: boolean): void {
  if (command.string !== undefined) {
    if (result.type !== 'string' || result.value !== command.string) throw new Mismatch('another string came');
    return;
  }
  if (command.matrix !== undefined) {
    compareMatrix(command, result);
    return;
  }
  if (command.scalar !== undefined) {
    if (result.type !== 'scalar') throw new Mismatch(`expected a scalar, got a ${result.type}`);
    if (!isEqual(command.scalar, result.value)) throw new Mismatch(`expected ${command.scalar}, got ${result.value}`);
    return;
  }
  if (result.type !== 'vector') throw new Mismatch(`expected a vector, got a ${result.type}`);
  const got = result.samples.map(({ labels, value }) => ({ labels, points: [value] }));
  compareSeries(command.series, got, 1);
  if (!isOrderChecked || !command.expectations.some(({ kind }) => kind === 'ordered')) return;
  const [wantOrder, gotOrder] = [command.series, got].map((series) =>
    series.map(({ labels }) => keyOf(labels)).join('\n'),
  );
  if (wantOrder !== gotOrder) throw new Mismatch(`wrong order:\n${gotOrder}`);
}

const timeDependent = new Set(
  'days_in_month day_of_month day_of_week day_of_year hour minute month year predict_linear time timestamp start end step range'.split(
    ' ',
  ),
);

function hasTimeDependence(expr: Expr): boolean {
  let found = /\b(?:step|range)\(\)/i.test(JSON.stringify(expr)) || JSON.stringify(expr).includes('durationSource');
  visitExpr(expr, (node) => {
    found ||= node.type === 'call' && timeDependent.has(node.name);
    return undefined;
  });
  return found;
}

function usesQueryWindow(expr: Expr): boolean {
  let found = JSON.stringify(expr).includes('durationSource');
  visitExpr(expr, (node) => {
    found ||= node.type === 'call' && ['start', 'end', 'step', 'range'].includes(node.name);
    return undefined;
  });
  return found;
}

/** Fixes every selector and subquery to a time, unless something around it is fixed already. */
function fixTime(expr: Expr, timeMs: number): Expr {
  const at = { type: 'timestamp', timeMs } as const;
  if (expr.type === 'vectorSelector') return { ...expr, at: expr.at ?? at };
  if (expr.type === 'matrixSelector') return { ...expr, selector: { ...expr.selector, at: expr.selector.at ?? at } };
  if (expr.type === 'subquery') return { ...expr, at: expr.at ?? at };
  if (expr.type === 'call') {
    const isInfo = expr.name === 'info';
    return {
      ...expr,
      args: expr.args.map((argument, index) => (isInfo && index === 1 ? argument : fixTime(argument, timeMs))),
    };
  }
  if (expr.type === 'aggregation') {
    const parameter = expr.parameter === undefined ? {} : { parameter: fixTime(expr.parameter, timeMs) };
    return { ...expr, expr: fixTime(expr.expr, timeMs), ...parameter };
  }
  if (expr.type === 'binary') return { ...expr, left: fixTime(expr.left, timeMs), right: fixTime(expr.right, timeMs) };
  return expr.type === 'unary' || expr.type === 'paren' ? { ...expr, expr: fixTime(expr.expr, timeMs) } : expr;
}

async function attempt<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Mismatch(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Runs an instant case a second time as a range query, and with every selector fixed to the time of the case. */
async function runVariants(command: EvalCommand, store: TestStore): Promise<void> {
  const { query, startMs: timeMs } = command;
  if (command.string !== undefined || command.matrix !== undefined) return;
  const expr = parseExpr(query);
  if (!usesQueryWindow(expr)) {
    await attempt('as a range query', async () => {
      const range = { startMs: timeMs - 60_000, endMs: timeMs + 60_000, stepMs: 60_000 };
      const result = await evaluateRange(query, range, store);
      const got = pointsOf(result).map(({ labels, points }) => ({ labels, points: [points[1]] }));
      const want = command.scalar === undefined ? command.series : [{ labels: {}, points: [command.scalar] }];
      compareSeries(
        want,
        got.filter(({ points }) => points[0] !== undefined),
        1,
      );
    });
  }
  if (hasTimeDependence(expr)) return;
  const fixed = fixTime(expr, timeMs);
  const times = timeMs === 0 ? [-1000, 0, 1000] : [-10 * timeMs, 0, timeMs / 5, timeMs, timeMs * 10];
  for (const otherMs of times) {
    await attempt(`with @ at ${otherMs} ms`, async () => {
      compareInstant(command, await evaluateInstant(fixed, otherMs, store), false);
    });
  }
}

/** Runs a case that must fail. */
async function runFailing(command: EvalCommand, store: TestStore): Promise<string | undefined> {
  const { query, startMs, endMs, stepMs } = command;
  try {
    if (stepMs === undefined) await evaluateInstant(query, startMs, store);
    else await evaluateRange(query, { startMs, endMs, stepMs }, store);
  } catch (error) {
    return checkFailure(command, error);
  }
  return 'expected an error, got none';
}

async function runOnce(command: EvalCommand, store: TestStore): Promise<void> {
  const { query, startMs, endMs, stepMs } = command;
  if (stepMs === undefined) {
    const result = await evaluateInstant(query, startMs, store);
    checkAnnotations(command, result.annotations);
    compareInstant(command, result, true);
    return runVariants(command, store);
  }
  const result = await evaluateRange(query, { startMs, endMs, stepMs }, store);
  checkAnnotations(command, result.annotations);
  compareSeries(command.series, pointsOf(result), result.times.length);
}

function checkFailure(command: EvalCommand, error: unknown): string | undefined {
  // Any other error is a fault of the evaluator, and no answer.
  if (!(error instanceof PromqlSyntaxError) && !(error instanceof PromqlEvaluationError)) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  const message = error instanceof PromqlSyntaxError ? error.reason : error.message;
  for (const { kind, message: text, pattern } of command.expectations) {
    if (kind !== 'fail') continue;
    if (text !== undefined && text !== message) return `expected the error "${text}", got "${message}"`;
    if (pattern !== undefined && !new RegExp(pattern).test(message))
      return `expected an error like ${pattern}, got "${message}"`;
  }
  return undefined;
}

/** Runs a case, and returns what is wrong, or `undefined` when it passes. */
export async function runCase(command: EvalCommand, store: TestStore): Promise<string | undefined> {
  if (command.isNative) return 'native histograms are not supported';
  if (command.expectations.some(({ kind }) => kind === 'fail')) return runFailing(command, store);
  try {
    await runOnce(command, store);
    return undefined;
  } catch (error) {
    if (error instanceof Mismatch) return error.message;
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
