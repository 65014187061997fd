import type { MouseEvent, ReactElement, ReactNode } from 'react';
import type { LegendActions, LegendItem } from './LegendItem.ts';

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
