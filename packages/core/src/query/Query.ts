/**
 * One query of a widget.
 *
 * @public
 */
export interface Query {
  /** Names the query within its widget: `A`, `B`, … */
  readonly refId: string;
  /** The text in the backend's language; PromQL unless the backend says otherwise. May hold variables. */
  readonly expr: string;
  /** A name template for its series, such as `{{instance}} {{mode}}`. Left out: chosen from the labels that differ. */
  readonly legend?: string | undefined;
  /** Asks for one moment, the end of the time range, instead of the range. Widgets of single values set it. */
  readonly instant?: boolean | undefined;
  /** The smallest step worth asking for, in milliseconds: usually the scrape interval. */
  readonly minStepMs?: number | undefined;
  /**
   * Asks for what was so many milliseconds earlier and shows it at the moments of the time range: yesterday's course
   * beside today's.
   */
  readonly offsetMs?: number | undefined;
  /** Asks over the last so many milliseconds before the end of the time range instead of over all of it. */
  readonly rangeMs?: number | undefined;
  /** Keeps the query in the widget without asking it. */
  readonly isHidden?: boolean | undefined;
}
