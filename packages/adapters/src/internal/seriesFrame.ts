import type { Frame, Notice, NumberField, QueryResult } from '@glasspane/core';
import type { Labels } from '@glasspane/promql/syntax';

/** One series of a result, its values on the times of the result. */
export interface ResultSeries {
  readonly labels: Labels;
  readonly values: Float64Array;
  /** 1 where there is no sample. */
  readonly gaps?: Uint8Array | undefined;
}

/** What a source knows of a result. */
export interface SeriesResult {
  /** Names the series that have no metric name. */
  readonly expr: string;
  readonly times: Float64Array;
  readonly series: readonly ResultSeries[];
  /** The most series that the caller takes. */
  readonly limit: number | undefined;
  readonly notices: readonly Notice[];
}

/** Makes a query result of series, without copying their columns; cuts at the limit and says so. */
export function toQueryResult({ expr, times, series, limit, notices }: SeriesResult): QueryResult {
  const shown = limit === undefined ? series : series.slice(0, limit);
  const frame: Frame = {
    length: times.length,
    fields: [{ kind: 'time', name: 'time', values: times }, ...shown.map((one) => toNumberField(one, expr))],
  };
  return { frame, notices: [...notices, ...cutNotices(shown.length, series.length)] };
}

function toNumberField({ labels, values, gaps }: ResultSeries, expr: string): NumberField {
  const name = Object.hasOwn(labels, '__name__') ? (labels.__name__ ?? expr) : expr;
  return { kind: 'number', name, labels, values, ...(gaps === undefined ? {} : { gaps }) };
}

function cutNotices(shown: number, total: number): Notice[] {
  return shown === total
    ? []
    : [{ severity: 'warning', message: `Only ${shown} of ${total} series are here; select fewer with matchers.` }];
}
