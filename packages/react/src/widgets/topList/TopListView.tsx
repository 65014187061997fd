import type { CSSProperties, MouseEvent, ReactElement } from 'react';
import { type PointClick, tellClick } from '../../chart/interaction/PointClick.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { EmptyMessage } from '../tiles/EmptyMessage.tsx';
import type { TopListOptions } from './TopListOptions.ts';
import type { TopListRow } from './topListModel.ts';
import { useTopList } from './useTopList.ts';

/**
 * Props of {@link TopListView}.
 *
 * @public
 */
export interface TopListViewProps extends FrameViewProps {
  readonly options?: TopListOptions | undefined;
  /** A row was chosen. */
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
}

const DEFAULTS: TopListOptions = {};

/**
 * Shows the largest values, or the smallest, as a list with bars, for hosts that have data of their own.
 *
 * @public
 */
export function TopListView(props: TopListViewProps): ReactElement {
  const { options = DEFAULTS, width, height, title, field, onPointClick } = props;
  const { rows, note, layout } = useTopList(props, options);
  if (rows.length === 0) return <EmptyMessage width={width} height={height} text={note ?? field?.noValue} />;
  const hasShare = layout.hasShare && rows.some(({ share }) => share !== undefined);
  return (
    <div className="gp-top" style={{ width, height }}>
      <ol className="gp-top-list" aria-label={title}>
        {rows.map((row) => (
          <li
            key={row.key}
            className="gp-top-row"
            style={
              { height: layout.rowHeight, '--gp-tile-color': row.color, '--gp-top-size': row.size } as CSSProperties
            }
          >
            <span className="gp-top-bar" />
            <RowName row={row} onPointClick={onPointClick} />
            <span className="gp-top-value">{row.text}</span>
            {row.label === undefined ? null : <span className="gp-visually-hidden">, {row.label}</span>}
            {hasShare ? <span className="gp-top-share">{row.shareText}</span> : null}
          </li>
        ))}
      </ol>
      {note === undefined ? null : <p className="gp-chart-note">{note}</p>}
    </div>
  );
}

interface RowNameProps {
  readonly row: TopListRow;
  readonly onPointClick: TopListViewProps['onPointClick'];
}

function RowName({ row, onPointClick }: RowNameProps): ReactElement {
  const { name, link, labels, value, isOthers } = row;
  const content = (
    <bdi className="gp-top-text" title={name}>
      {name}
    </bdi>
  );
  const tell = (event: MouseEvent<HTMLElement>): void => {
    if (!tellClick(onPointClick, { seriesName: name, labels, value }, event)) event.preventDefault();
  };
  if (link !== undefined) {
    return (
      <a
        className="gp-top-name gp-top-link"
        href={link.href}
        {...(link.isNewTab === true ? { target: '_blank', rel: 'noreferrer' } : {})}
        onClick={tell}
      >
        {content}
      </a>
    );
  }
  return onPointClick === undefined || isOthers ? (
    <span className="gp-top-name">{content}</span>
  ) : (
    <button type="button" className="gp-top-name gp-top-button" onClick={tell}>
      {content}
    </button>
  );
}
