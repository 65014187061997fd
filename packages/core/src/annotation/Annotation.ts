/**
 * Something that happened, to be seen beside the metrics: a deployment, an incident, a remark.
 *
 * @public
 */
export interface Annotation {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  /** The end of what lasted, in milliseconds since the epoch. Left out: it was a moment. */
  readonly endMs?: number | undefined;
  /** For people; plain text. */
  readonly text: string;
  readonly tags?: readonly string[] | undefined;
  /** The dashboard it belongs to. Left out: all of them. */
  readonly dashboardId?: string | undefined;
}
