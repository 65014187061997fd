import { memo, type ReactElement } from 'react';
import type { SeriesSummary } from './describeChart.ts';

const MAX_ROWS = 50;

interface SeriesSummaryTableProps {
  readonly series: readonly SeriesSummary[];
  readonly caption: string;
}

/** The numbers of a chart as a table that only screen readers find. */
export const SeriesSummaryTable: (props: SeriesSummaryTableProps) => ReactElement = memo(function SeriesSummaryTable({
  series,
  caption,
}: SeriesSummaryTableProps) {
  const rows = series.slice(0, MAX_ROWS);
  return (
    <div className="gp-visually-hidden">
      <table>
        <caption>
          {rows.length < series.length ? `${caption}, the first ${MAX_ROWS} of ${series.length} series` : caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Minimum</th>
            <th scope="col">Maximum</th>
            <th scope="col">Mean</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, min, max, mean, last }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{min}</td>
              <td>{max}</td>
              <td>{mean}</td>
              <td>{last}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}) as (props: SeriesSummaryTableProps) => ReactElement;
