import { type MouseEvent, memo, type ReactElement } from 'react';
import type { LegendLayout } from './legendLayout.ts';

const MAX_ITEMS = 100;

/** One entry of a legend. */
export interface LegendItem {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** The last value, as text. */
  readonly value: string;
}

interface ChartLegendProps {
  readonly items: readonly LegendItem[];
  readonly layout: LegendLayout;
  readonly hiddenKeys: ReadonlySet<string>;
  readonly onIsolate: (key: string) => void;
  readonly onToggle: (key: string) => void;
  /** The series that the pointer or the focus is on, or none. */
  readonly onHighlight: (key: string | undefined) => void;
}

/** The names and last values of the series. A click shows one alone; with Ctrl or Cmd it switches one on or off. */
export const ChartLegend: (props: ChartLegendProps) => ReactElement = memo(function ChartLegend(
  props: ChartLegendProps,
) {
  const { items, layout, hiddenKeys, onIsolate, onToggle, onHighlight } = props;
  const choose = (event: MouseEvent, key: string): void => {
    (event.ctrlKey || event.metaKey ? onToggle : onIsolate)(key);
  };
  const shown = items.slice(0, MAX_ITEMS);
  return (
    <div
      className={`gp-legend gp-legend-${layout.placement}`}
      style={layout.placement === 'right' ? { width: layout.size } : { height: layout.size }}
    >
      <ul className="gp-legend-list" aria-label="Series">
        {shown.map(({ key, name, color, value }) => (
          <li key={key}>
            <button
              type="button"
              className="gp-legend-item"
              aria-pressed={!hiddenKeys.has(key)}
              title={name}
              onClick={(event) => choose(event, key)}
              onPointerEnter={() => onHighlight(key)}
              onPointerLeave={() => onHighlight(undefined)}
              onFocus={() => onHighlight(key)}
              onBlur={() => onHighlight(undefined)}
            >
              <span className="gp-swatch" style={{ background: color }} />
              <bdi className="gp-legend-name">{name}</bdi> <span className="gp-legend-value">{value}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > MAX_ITEMS ? <p className="gp-legend-note">and {items.length - MAX_ITEMS} more</p> : null}
    </div>
  );
}) as (props: ChartLegendProps) => ReactElement;
