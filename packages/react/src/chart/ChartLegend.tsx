import { type MouseEvent, memo, type ReactElement, type ReactNode } from 'react';
import { LegendTable } from './LegendTable.tsx';
import type { LegendLayout } from './legendLayout.ts';

const MAX_ITEMS = 100;

/** What is made of a series, in a column of a legend's table. */
export interface LegendCell {
  readonly number: number | undefined;
  readonly text: string;
}

/** One entry of a legend. */
export interface LegendItem {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** What a list says besides the name, as text. */
  readonly value: string;
  /** One for each column of a table. */
  readonly cells?: readonly LegendCell[] | undefined;
}

/** Which series are shown, and how to change that. */
export interface LegendActions {
  readonly hiddenKeys: ReadonlySet<string>;
  readonly onIsolate: (key: string) => void;
  readonly onToggle: (key: string) => void;
  /** The series that the pointer or the focus is on, or none. */
  readonly onHighlight: (key: string | undefined) => void;
}

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

interface LegendButtonProps {
  readonly item: LegendItem;
  readonly actions: LegendActions;
  readonly children?: ReactNode;
}

/** The name of a series, which shows it alone, or switches it on or off. */
export function LegendButton({ item, actions, children }: LegendButtonProps): ReactElement {
  const { key, name, color } = item;
  const choose = (event: MouseEvent): void => {
    (event.ctrlKey || event.metaKey || event.shiftKey ? actions.onToggle : actions.onIsolate)(key);
  };
  return (
    <button
      type="button"
      className="gp-legend-item"
      aria-pressed={!actions.hiddenKeys.has(key)}
      title={name}
      onClick={choose}
      onPointerEnter={() => actions.onHighlight(key)}
      onPointerLeave={() => actions.onHighlight(undefined)}
      onFocus={() => actions.onHighlight(key)}
      onBlur={() => actions.onHighlight(undefined)}
    >
      <span className="gp-swatch" style={{ background: color }} />
      <bdi className="gp-legend-name">{name}</bdi>
      {children}
    </button>
  );
}
