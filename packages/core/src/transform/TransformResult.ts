import type { Frame } from '../frame/Frame.ts';

/**
 * What one query gave, or what transformations made of several.
 *
 * @public
 */
export interface TransformResult {
  /** The query that it answers; the first of them, where several were combined. */
  readonly refId: string;
  /** The name template of its series. */
  readonly legend?: string | undefined;
  readonly frame: Frame;
  /** All queries that it is made of, where several were combined. */
  readonly sources?: readonly string[] | undefined;
}

/**
 * What transformations need to know besides the results.
 *
 * @public
 */
export interface TransformContext {
  /** The BCP 47 locale that texts are sorted by; left out: the host's. */
  readonly locale?: string | undefined;
}

/** Returns the queries that a result is made of. */
export function sourcesOf({ refId, sources }: TransformResult): readonly string[] {
  return sources ?? [refId];
}

/** Returns the result that is made of several: it answers the first of them, and its names are final. */
export function combinedResult(parts: readonly TransformResult[], frame: Frame): readonly TransformResult[] {
  const [first] = parts;
  if (first === undefined) return [];
  const sources = [...new Set(parts.flatMap(sourcesOf))];
  return [{ refId: first.refId, frame, ...(sources.length > 1 ? { sources } : {}) }];
}

/** Applies a change to the frame of each result; a result whose frame stays is the same object. */
export function mapFrames(
  results: readonly TransformResult[],
  change: (result: TransformResult) => Frame,
): readonly TransformResult[] {
  return results.map((result) => {
    const frame = change(result);
    return frame === result.frame ? result : { ...result, frame };
  });
}
