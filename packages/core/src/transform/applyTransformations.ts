import { kinds } from './kinds.ts';
import type { Transformation } from './Transformation.ts';
import type { TransformationKind } from './TransformationKind.ts';
import { StepError, TransformError } from './TransformError.ts';
import { sourcesOf, type TransformContext, type TransformResult } from './TransformResult.ts';

/**
 * Returns the results after all transformations, one after the other. Frames are not changed: what stays as it is, is the
 * same object.
 *
 * @throws {@link TransformError} When a transformation cannot be applied to these results.
 * @public
 */
export function applyTransformations(
  results: readonly TransformResult[],
  transformations: readonly Transformation[],
  context: TransformContext = {},
): readonly TransformResult[] {
  return transformations.reduce((current, step, index) => {
    try {
      return applyStep(current, step, context);
    } catch (thrown) {
      throw thrown instanceof StepError ? new TransformError(index, step.type, thrown.message) : thrown;
    }
  }, results);
}

function applyStep(
  results: readonly TransformResult[],
  step: Transformation,
  context: TransformContext,
): readonly TransformResult[] {
  // The kind is that of the step, which no type can say of a union.
  const kind = kinds[step.type] as TransformationKind<Transformation>;
  const { queries } = step;
  if (queries === undefined) return kind.apply(results, step, context);
  const isMeant = results.map((result) => sourcesOf(result).some((refId) => queries.includes(refId)));
  const meant = results.filter((_, index) => isMeant[index]);
  if (meant.length === 0) return results;
  const made = kind.apply(meant, step, context);
  // What is made stands where what it is made of stood.
  if (made.length === meant.length) {
    let next = 0;
    return results.map((result, index) => (isMeant[index] ? (made[next++] ?? result) : result));
  }
  const first = isMeant.indexOf(true);
  return results.flatMap((result, index) => (isMeant[index] ? (index === first ? made : []) : [result]));
}
