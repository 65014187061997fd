import type { QuickTimeRange, TimeRange } from '@glasspane/core';
import { type KeyboardEvent, type ReactElement, useId } from 'react';

/** Props of {@link QuickRangeList}. */
export interface QuickRangeListProps {
  readonly ranges: readonly QuickTimeRange[];
  readonly value: TimeRange;
  onSelect(range: TimeRange): void;
}

const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
  const move = moves[event.key];
  if (move === undefined) return;
  const buttons: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const index = buttons.indexOf(event.target as Element);
  event.preventDefault();
  const next = buttons[move(index, buttons.length)];
  if (next instanceof HTMLElement) next.focus();
}

/** Offers time ranges by name. Arrow keys walk through them; Tab takes the whole list as one stop. */
export function QuickRangeList({ ranges, value, onSelect }: QuickRangeListProps): ReactElement {
  const labelId = useId();
  const found = ranges.findIndex(({ from, to }) => from === value.from && to === value.to);
  const tabStop = Math.max(found, 0);
  return (
    <div className="gp-quick-ranges">
      <p id={labelId} className="gp-field-label">
        Quick ranges
      </p>
      <ul aria-labelledby={labelId} onKeyDown={onKeyDown}>
        {ranges.map((range, index) => (
          <li key={range.label}>
            <button
              type="button"
              className="gp-quick-range"
              tabIndex={index === tabStop ? 0 : -1}
              data-gp-focus={index === tabStop || undefined}
              aria-current={index === found ? 'true' : undefined}
              onClick={() => onSelect({ from: range.from, to: range.to })}
            >
              {range.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
