import type { BinaryExpr } from '../syntax/ast.ts';
import { isSetOperator } from '../syntax/operators.ts';
import { computeColumn, type Operation, operationOf } from './arithmetic.ts';
import { combineSets } from './combineSets.ts';
import { matchVectors } from './matchVectors.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Scope } from './Scope.ts';
import { blankGaps, hasSample, type Series, type Value, type VectorValue } from './values.ts';

function computeWithScalar(
  series: Series,
  scalar: Float64Array,
  { operator, compute, isFilter }: Operation,
  isSwapped: boolean,
): Series | undefined {
  if (compute === undefined) return undefined;
  const { labels, values, present } = series;
  const results = isSwapped ? computeColumn(operator, scalar, values) : computeColumn(operator, values, scalar);
  if (!isFilter) return { labels, values: blankGaps(results, present), present, isNameDropped: true };
  const kept = new Uint8Array(values.length);
  for (let step = 0; step < results.length; step += 1) {
    const isKept = results[step] === 1 && (present === undefined || present[step] === 1);
    kept[step] = isKept ? 1 : 0;
    results[step] = isKept ? (values[step] as number) : Number.NaN;
  }
  return { labels, values: results, present: kept, isNameDropped: series.isNameDropped };
}

async function combineWithScalar(
  scope: Scope,
  vector: VectorValue,
  scalar: Float64Array,
  { operation, isSwapped }: { readonly operation: Operation; readonly isSwapped: boolean },
): Promise<VectorValue> {
  const series: Series[] = [];
  for (const one of vector.series) {
    const result = computeWithScalar(one, scalar, operation, isSwapped);
    if (result !== undefined && hasSample(result)) series.push(result);
    const pause = scope.evaluation.tick(scope.grid.count * 2 + 100);
    if (pause !== undefined) await pause;
  }
  return { type: 'vector', series };
}

/** Evaluates a binary operation. */
export async function evaluateBinary(scope: Scope, binary: BinaryExpr): Promise<Value> {
  const { operator, isBool } = binary;
  const left = await scope.evaluate(binary.left);
  const right = await scope.evaluate(binary.right);
  if (left.type === 'string' || right.type === 'string') return failExecution('strings cannot be operands');
  const operation = operationOf(operator, isBool);
  if (left.type === 'vector' && right.type === 'vector') {
    return isSetOperator(operator)
      ? combineSets(scope, binary, left, right)
      : matchVectors(scope, binary, { left: left.series, right: right.series });
  }
  if (left.type === 'vector') {
    const scalar = right.type === 'scalar' ? right.values : new Float64Array(0);
    return combineWithScalar(scope, left, scalar, { operation, isSwapped: false });
  }
  if (right.type === 'vector') return combineWithScalar(scope, right, left.values, { operation, isSwapped: true });
  return { type: 'scalar', values: computeColumn(operator, left.values, right.values) };
}
