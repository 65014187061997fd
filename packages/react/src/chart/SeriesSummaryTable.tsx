import { memo, type ReactElement } from 'react';
import { type DescribeOptions, summariseSeries } from './describeChart.ts';

const MAX_ROWS = 50;

interface SeriesSummaryTableProps {
  readonly options: DescribeOptions;
  readonly caption: string;
}

/** The numbers of a chart as a table that only screen readers find. */
export const SeriesSummaryTable: (props: SeriesSummaryTableProps) => ReactElement = memo(function SeriesSummaryTable({
  options,
  caption,
}: SeriesSummaryTableProps) {
  const rows = summariseSeries({ ...options, series: options.series.slice(0, MAX_ROWS) });
  const left = options.series.length - rows.length;
  return (
    <div className="gp-visually-hidden">
      <table>
        <caption>{left > 0 ? `${caption}, the first ${MAX_ROWS} of ${options.series.length} series` : caption}</caption>
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
