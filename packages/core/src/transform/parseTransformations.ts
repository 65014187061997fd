import * as z from 'zod/mini';
import { parseWith } from '../document/parseWith.ts';
import { type DocumentIssue, InvalidDocumentError } from '../errors/InvalidDocumentError.ts';
import { kinds } from './kinds.ts';
import type { Transformation } from './Transformation.ts';

const listSchema = z.object({ transformations: z.array(z.looseObject({ type: z.string() })) });

/**
 * Returns a list of transformations from outside, such as a widget's. What a transformation does not know is left alone.
 *
 * @throws {@link InvalidDocumentError} When one has not the form of its type, or a type that is not known; the path of an
 * issue begins with `transformations`.
 * @public
 */
export function parseTransformations(input: unknown): readonly Transformation[] {
  const { transformations } = parseWith(listSchema, 'transformations', { transformations: input });
  const issues: DocumentIssue[] = [];
  const parsed = transformations.map((step, index) => parseStep(step, `transformations[${index}]`, issues));
  if (issues.length > 0) throw new InvalidDocumentError('transformations', issues);
  return parsed.filter((step) => step !== undefined);
}

function parseStep(
  step: { readonly type: string },
  place: string,
  issues: DocumentIssue[],
): Transformation | undefined {
  const schema: z.ZodMiniType<Transformation> | undefined = isKnown(step.type) ? kinds[step.type].schema : undefined;
  if (schema === undefined) {
    const known = Object.keys(kinds).join(', ');
    issues.push({ path: `${place}.type`, message: `"${step.type}" is no known transformation; there are ${known}` });
    return undefined;
  }
  try {
    return parseWith(schema, 'transformation', step);
  } catch (thrown) {
    if (!(thrown instanceof InvalidDocumentError)) throw thrown;
    for (const { path, message } of thrown.issues) {
      issues.push({ path: path === '' || path.startsWith('[') ? place + path : `${place}.${path}`, message });
    }
    return undefined;
  }
}

function isKnown(type: string): type is Transformation['type'] {
  return Object.hasOwn(kinds, type);
}
