import { memo, type ReactElement } from 'react';
import { LegendButton } from './LegendButton.tsx';
import type { LegendActions, LegendItem } from './LegendItem.ts';
import { LegendTable } from './LegendTable.tsx';
import type { LegendLayout } from './legendLayout.ts';

const MAX_ITEMS = 100;

interface ChartLegendProps extends LegendActions {
  readonly items: readonly LegendItem[];
  readonly layout: LegendLayout;
}

/**
 * The names of the series and what is made of them, as a list or a table. A click shows a series alone; with Ctrl, Cmd or
 * Shift it switches one on or off.
 */
export const ChartLegend: (props: ChartLegendProps) => ReactElement = memo(function ChartLegend(
  props: ChartLegendProps,
) {
  const { items, layout, ...actions } = props;
  const { placement, size, columns } = layout;
  return (
    <div
      className={`gp-legend gp-legend-${placement}`}
      style={placement === 'right' ? { width: size } : { height: size }}
    >
      {columns === undefined ? (
        <ul className="gp-legend-list" aria-label="Series">
          {items.slice(0, MAX_ITEMS).map((item) => (
            <li key={item.key}>
              <LegendButton item={item} actions={actions}>
                {' '}
                <span className="gp-legend-value">{item.value}</span>
              </LegendButton>
            </li>
          ))}
        </ul>
      ) : (
        <LegendTable items={items} columns={columns} maxItems={MAX_ITEMS} actions={actions} />
      )}
      {items.length > MAX_ITEMS ? <p className="gp-legend-note">and {items.length - MAX_ITEMS} more</p> : null}
    </div>
  );
}) as (props: ChartLegendProps) => ReactElement;
