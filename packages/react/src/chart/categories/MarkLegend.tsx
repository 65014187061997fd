import type { ReactElement } from 'react';
import type { LegendItem } from '../LegendItem.ts';
import type { LegendLayout } from '../legendLayout.ts';

const MAX_ITEMS = 100;

interface MarkLegendProps {
  readonly items: readonly LegendItem[];
  readonly layout: LegendLayout;
}

/** What the colours of marks mean, where nothing can be switched off: parts of a whole are what they are together. */
export function MarkLegend({ items, layout }: MarkLegendProps): ReactElement | null {
  if (layout.placement === 'none') return null;
  return (
    <section
      className={`gp-legend gp-legend-${layout.placement}`}
      style={layout.placement === 'right' ? { width: layout.size } : { height: layout.size }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached with the keyboard for that
      tabIndex={0}
      aria-label="Legend"
    >
      <ul className="gp-legend-list" aria-label="Series">
        {items.slice(0, MAX_ITEMS).map(({ key, name, color, value }) => (
          <li key={key}>
            <span className="gp-legend-item gp-legend-static" title={name}>
              <span className="gp-swatch" style={{ background: color }} />
              <bdi className="gp-legend-name">{name}</bdi> <span className="gp-legend-value">{value}</span>
            </span>
          </li>
        ))}
      </ul>
      {items.length > MAX_ITEMS ? <p className="gp-legend-note">and {items.length - MAX_ITEMS} more</p> : null}
    </section>
  );
}
