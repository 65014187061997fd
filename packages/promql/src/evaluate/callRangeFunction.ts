import type { Call } from '../syntax/ast.ts';
import { functionSignatures } from '../syntax/signatures.ts';
import { hasOverlap } from './counterResets.ts';
import { withoutParens } from './Evaluation.ts';
import { checkEdges, slideEdges } from './edges.ts';
import { evaluateRangeVector } from './evaluateRangeVector.ts';
import { overTimeFunctions } from './overTime.ts';
import type { RangeFunction } from './rangeFunction.ts';
import { slide } from './rangeWindows.ts';
import { rateFunctions } from './rate.ts';
import { regressionFunctions } from './regression.ts';
import { remarkGauges, warnOverlap, warnQuantiles } from './remarks.ts';
import { evaluateScalar, type Scope } from './Scope.ts';
import type { Series, VectorValue } from './values.ts';

/** The functions of one range vector, by name. */
export const rangeFunctions: ReadonlyMap<string, RangeFunction> = /* @__PURE__ */ new Map([
  ...overTimeFunctions,
  ...rateFunctions,
  ...regressionFunctions,
]);

const usesStartTimes: ReadonlySet<string> = /* @__PURE__ */ new Set(['rate', 'increase', 'irate']);

/** Evaluates a call of a function that takes a range vector and gives a value for each window. */
export async function callRangeFunction(scope: Scope, call: Call, fn: RangeFunction): Promise<VectorValue> {
  const { evaluation, grid } = scope;
  const types = functionSignatures.get(call.name)?.argumentTypes ?? [];
  const rangeArgument = call.args[types.indexOf('matrix')];
  const range = await evaluateRangeVector(scope, rangeArgument);
  const parameters: Float64Array[] = [];
  for (const argument of call.args) {
    if (argument !== rangeArgument) parameters.push(await evaluateScalar(scope, argument));
  }
  const [quantiles] = parameters;
  if (call.name === 'quantile_over_time' && quantiles !== undefined) {
    warnQuantiles(evaluation, quantiles, call.args[0] ?? call);
  }

  const timeMs = (step: number): number => grid.startMs + step * grid.stepMs;
  const isFixed = range.ends.length < grid.count && fn.dependsOnStep !== true;
  const node = rangeArgument === undefined ? undefined : withoutParens(rangeArgument);
  const edges = node?.type === 'matrixSelector' ? node.selector.edges : undefined;
  checkEdges(edges, call.name);
  const series: Series[] = [];
  for (const samples of range.series) {
    if (usesStartTimes.has(call.name) && hasOverlap(samples, range))
      warnOverlap(evaluation, samples.labels, rangeArgument ?? call);
    const rangeCall = { rangeMs: range.rangeMs, parameters, timeMs };
    const setup = { evaluation, grid, minSamples: fn.minSamples, isFixed, isDear: fn.isDear };
    const column =
      edges === undefined
        ? await slide(samples, range, setup, fn.prepare(samples, rangeCall))
        : slideEdges(samples, range, { ...setup, edges, name: call.name, lookbackMs: evaluation.lookbackMs });
    if (column !== undefined) {
      const isNameDropped = fn.keepsName === true ? samples.isNameDropped : true;
      series.push({ labels: samples.labels, ...column, isNameDropped });
    }
    evaluation.countSamples(grid.count);
    const pause = evaluation.tick(samples.times.length + grid.count);
    if (pause !== undefined) await pause;
  }
  if (call.name === 'rate' || call.name === 'increase') remarkGauges(evaluation, series, rangeArgument ?? call);
  return { type: 'vector', series };
}
