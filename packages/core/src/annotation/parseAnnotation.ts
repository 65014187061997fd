import * as z from 'zod/mini';
import { parseWith } from '../document/parseWith.ts';
import { semanticCheck } from '../document/semanticChecks.ts';
import type { Annotation } from './Annotation.ts';

/** The form of an {@link Annotation}. */
export const annotationSchema: z.ZodMiniType<Annotation> = z
  .looseObject({
    id: z.string().check(z.minLength(1)),
    timeMs: z.number(),
    endMs: z.optional(z.number()),
    text: z.string(),
    tags: z.optional(z.array(z.string())),
    dashboardId: z.optional(z.string()),
  })
  .check(
    semanticCheck(({ timeMs, endMs }, report) => {
      if (endMs !== undefined && endMs < timeMs)
        report(['endMs'], `must not be before timeMs (${timeMs}), found ${endMs}`);
    }),
  );

/**
 * Returns an annotation from a parsed JSON document.
 *
 * @throws {@link InvalidDocumentError} When it is none.
 * @public
 */
export function parseAnnotation(input: unknown): Annotation {
  return parseWith(annotationSchema, 'annotation', input);
}
