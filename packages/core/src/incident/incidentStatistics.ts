import type { Incident } from './Incident.ts';

/**
 * How fast incidents are taken up and resolved.
 *
 * @public
 */
export interface IncidentStatistics {
  /** How many there are, and how many of them nobody has taken up or resolved. */
  readonly count: number;
  readonly openCount: number;
  /** Mean time to acknowledge, in milliseconds, over those that were acknowledged; left out where none was. */
  readonly mttaMs?: number | undefined;
  /** Mean time to resolve, in milliseconds, over those that were resolved; left out where none was. */
  readonly mttrMs?: number | undefined;
}

/**
 * Returns how fast these incidents were taken up and resolved.
 *
 * @public
 */
export function incidentStatistics(incidents: readonly Incident[]): IncidentStatistics {
  return {
    count: incidents.length,
    openCount: incidents.filter(({ status }) => status !== 'resolved').length,
    mttaMs: mean(incidents.map(({ triggeredMs, acknowledgedMs }) => after(triggeredMs, acknowledgedMs))),
    mttrMs: mean(incidents.map(({ triggeredMs, resolvedMs }) => after(triggeredMs, resolvedMs))),
  };
}

function after(startMs: number, endMs: number | undefined): number | undefined {
  return endMs === undefined ? undefined : Math.max(0, endMs - startMs);
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}
