import type { Annotation } from '../annotation/Annotation.ts';

/**
 * Which annotations to look for.
 *
 * @public
 */
export interface AnnotationRequest {
  /** Those that touch the time from here, in milliseconds since the epoch, … */
  readonly startMs: number;
  /** … to here, inclusive. */
  readonly endMs: number;
  /** Those of this dashboard and those of all dashboards. Left out: all. */
  readonly dashboardId?: string | undefined;
  /** Those that have all of these tags. */
  readonly tags?: readonly string[] | undefined;
}

/**
 * An annotation to be made; without an id, the backend gives it one.
 *
 * @public
 */
export type NewAnnotation = Omit<Annotation, 'id'> & { readonly id?: string | undefined };

/**
 * What happened, to be shown beside the metrics. Every call rejects with a {@link GlasspaneError}, and with a
 * {@link CancelledError} once its signal is aborted.
 *
 * @public
 */
export interface AnnotationSource {
  /** Returns annotations by the time they begin at. */
  list(request: AnnotationRequest, signal?: AbortSignal): Promise<readonly Annotation[]>;
  /** Keeps a new one. Left out: they are only read here. */
  create?(annotation: NewAnnotation, signal?: AbortSignal): Promise<Annotation>;
  /** Forgets one. Left out: they are only read here. */
  delete?(id: string, signal?: AbortSignal): Promise<void>;
}
