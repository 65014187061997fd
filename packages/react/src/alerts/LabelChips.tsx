import type { Labels } from '@glasspane/core';
import type { ReactElement } from 'react';

/** Props of {@link LabelChips}. */
export interface LabelChipsProps {
  readonly labels: Labels;
  /** Names that are told elsewhere. */
  readonly without?: readonly string[] | undefined;
  /** At most so many; the rest is counted. Left out: all. */
  readonly limit?: number | undefined;
}

/** Shows labels as `name value`. */
export function LabelChips({ labels, without = [], limit = Number.POSITIVE_INFINITY }: LabelChipsProps): ReactElement {
  const shown = Object.entries(labels).filter(([name]) => !without.includes(name));
  const rest = shown.length - limit;
  return (
    <ul className="gp-chips">
      {shown.slice(0, limit).map(([name, value]) => (
        <li key={name} className="gp-chip" title={`${name}="${value}"`}>
          <span className="gp-chip-name">{name}</span> <span className="gp-chip-value">{value}</span>
        </li>
      ))}
      {rest > 0 && <li className="gp-chip-more">+{rest}</li>}
    </ul>
  );
}
