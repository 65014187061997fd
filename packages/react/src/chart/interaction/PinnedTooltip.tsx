import { type MouseEvent, type ReactElement, type RefObject, useId, useRef, useState } from 'react';
import { Popover } from '../../controls/Popover.tsx';
import { Icon } from '../../provider/Icon.tsx';
import { type PinnedContent, type PinnedRow, sortedBy, type TooltipSort } from './PinnedContent.ts';

const MAX_ROWS = 200;
const KEYS = { nameOf: ({ name }: PinnedRow) => name, orderOf: ({ order }: PinnedRow) => order };

/** Props of {@link PinnedTooltip}. */
export interface PinnedTooltipProps {
  readonly content: PinnedContent;
  /** Where it hangs, in pixels of the chart, whose element is the nearest one with a position. */
  readonly x: number;
  readonly y: number;
  readonly sort: TooltipSort;
  readonly locale?: string | undefined;
  /** What has the focus again after Escape, or the button that closes it. */
  readonly returnFocus: RefObject<HTMLElement | null>;
  /** Takes a line for the host to drill down into. Left out: the lines are no buttons. */
  readonly onTake?: ((key: string, event: MouseEvent) => void) | undefined;
  /** The event that closed it; left out: its button did. */
  onClose(event?: Event): void;
}

/** A tooltip that stays: it can be scrolled, copied from, sorted, and its links and lines can be used. */
export function PinnedTooltip(props: PinnedTooltipProps): ReactElement {
  const { content, x, y, onClose, returnFocus } = props;
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [sort, setSort] = useState(props.sort);
  const rows = sortedBy(content.rows, sort, KEYS);
  const shown = rows.slice(0, MAX_ROWS);
  const left = rows.length - shown.length;
  const note = [content.note, left > 0 ? `and ${left.toLocaleString(props.locale)} more` : '']
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <span ref={anchor} className="gp-pin-anchor" style={{ left: x, top: y }} />
      <Popover
        id={id}
        anchorRef={anchor}
        returnFocusRef={returnFocus}
        role="dialog"
        label={`Values, ${content.title}`}
        align="start"
        className="gp-pinned"
        onClose={onClose}
      >
        <div className="gp-pinned-head">
          <span className="gp-pinned-title">{content.title}</span>
          {rows.length > 2 && <SortButton sort={sort} onSort={setSort} />}
          <button
            type="button"
            className="gp-icon-button"
            aria-label="Unpin the values"
            data-gp-focus
            onClick={() => {
              onClose();
              returnFocus.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached with the keyboard */}
        <ul className="gp-pinned-rows" aria-label="Series" tabIndex={0}>
          {shown.map((row) => (
            <PinnedLine key={row.key} row={row} onTake={props.onTake} />
          ))}
        </ul>
        {note !== '' && <p className="gp-pinned-note">{note}</p>}
      </Popover>
    </>
  );
}

const NEXT: Readonly<Record<TooltipSort, TooltipSort>> = { value: 'name', name: 'series', series: 'value' };
const ORDERS: Readonly<Record<TooltipSort, string>> = { value: 'By value', name: 'By name', series: 'As drawn' };

function SortButton(props: { readonly sort: TooltipSort; onSort(sort: TooltipSort): void }): ReactElement {
  const next = NEXT[props.sort];
  return (
    <button
      type="button"
      className="gp-pinned-sort"
      title={`Sort: ${ORDERS[next].toLowerCase()}`}
      onClick={() => props.onSort(next)}
    >
      {ORDERS[props.sort]}
    </button>
  );
}

interface PinnedLineProps {
  readonly row: PinnedRow;
  readonly onTake: PinnedTooltipProps['onTake'];
}

function PinnedLine({ row, onTake }: PinnedLineProps): ReactElement {
  const { links = [] } = row;
  return (
    <li className="gp-pinned-row" data-focused={row.isFocused || undefined}>
      <div className="gp-pinned-line">
        {row.color !== undefined && <span className="gp-swatch" style={{ background: row.color }} />}
        {onTake === undefined ? (
          <bdi className="gp-pinned-name">{row.name}</bdi>
        ) : (
          <button type="button" className="gp-link-button gp-pinned-name" onClick={(event) => onTake(row.key, event)}>
            <bdi>{row.name}</bdi>
          </button>
        )}
        <span className="gp-tooltip-value">{row.value}</span>
      </div>
      {links.length > 0 && (
        <ul className="gp-pinned-links">
          {links.map(({ title, href, isNewTab = false }) => (
            <li key={`${title} ${href}`}>
              <a
                className="gp-link"
                href={href}
                {...(isNewTab ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
