import type { Call, Expr } from '../syntax/ast.ts';
import { anyPresent } from './anyPresent.ts';
import { withoutParens } from './Evaluation.ts';
import { checkEdges } from './edges.ts';
import { evaluateRangeVector } from './evaluateRangeVector.ts';
import { LabelSet } from './LabelSet.ts';
import { evaluateVector, type Scope } from './Scope.ts';
import { hasSample, type VectorValue } from './values.ts';
import { PerTimes, windowsOn } from './Windows.ts';

/** Returns the labels that the missing series would surely have had. */
function labelsOfMissing(expr: Expr | undefined): LabelSet {
  const node = expr === undefined ? undefined : withoutParens(expr);
  const selector = node?.type === 'matrixSelector' ? node.selector : node;
  if (selector?.type !== 'vectorSelector') return LabelSet.empty;
  const seen = new Map<string, string>();
  const known = new Set<string>();
  for (const { name, operator, value } of selector.matchers) {
    if (name === '__name__') continue;
    // The first equality counts as long as no other condition on the label follows.
    const isFirst = operator === '=' && !known.has(name);
    if (isFirst) known.add(name);
    seen.set(name, isFirst ? value : '');
  }
  return LabelSet.fromEntries(seen);
}

function absentVector(expr: Expr | undefined, covered: Uint8Array): VectorValue {
  const present = covered.map((isCovered) => 1 - isCovered);
  const values = Float64Array.from(present, (isAbsent) => (isAbsent === 1 ? 1 : Number.NaN));
  const series = { labels: labelsOfMissing(expr), values, present, isNameDropped: true };
  return { type: 'vector', series: hasSample(series) ? [series] : [] };
}

/** Evaluates `absent`: 1 wherever the vector is empty. */
export async function callAbsent(scope: Scope, { args }: Call): Promise<VectorValue> {
  const { series } = await evaluateVector(scope, args[0]);
  return absentVector(args[0], await anyPresent(scope.evaluation, series, scope.grid.count));
}

/** Evaluates `absent_over_time`: 1 wherever the range has no sample of any series. */
export async function callAbsentOverTime(scope: Scope, { name, args }: Call): Promise<VectorValue> {
  const { grid, evaluation } = scope;
  const node = args[0] === undefined ? undefined : withoutParens(args[0]);
  if (node?.type === 'matrixSelector') checkEdges(node.selector.edges, name);
  const range = await evaluateRangeVector(scope, args[0]);
  const covered = new Uint8Array(grid.count);
  const known = new PerTimes((times) => windowsOn(times, range.ends, range.rangeMs));
  for (const samples of range.series) {
    const { present, count } = known.of(samples.times).presence(1);
    if (count > 0 && (present === undefined || range.ends.length < grid.count)) {
      covered.fill(1);
      break;
    }
    for (let step = 0; count > 0 && step < covered.length; step += 1) if (present?.[step] === 1) covered[step] = 1;
    const pause = evaluation.tick(grid.count);
    if (pause !== undefined) await pause;
  }
  return absentVector(args[0], covered);
}
