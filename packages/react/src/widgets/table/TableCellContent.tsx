import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { seriesColor, themeColor } from '../../theme/themeColor.ts';
import { SparklineMarks } from '../stat/Sparkline.tsx';
import type { TableCell } from './tableCell.ts';

interface TableCellContentProps {
  readonly cell: TableCell;
  /** Numbers are read from left to right in every script; texts as they are. */
  readonly isNumber: boolean;
  /** Whether its links are to be reached with Tab. */
  readonly isActive: boolean;
  /** The room for a course. */
  readonly width: number;
  readonly height: number;
}

/** What stands in a cell. */
export function TableCellContent(props: TableCellContentProps): ReactElement {
  const { cell, isActive } = props;
  const text = linked(cell, props.isNumber ? <span dir="ltr">{cell.text}</span> : <bdi>{cell.text}</bdi>, isActive);
  const color = cell.color === undefined ? undefined : themeColor(cell.color);
  const style = color === undefined ? undefined : ({ '--gp-cell-color': color } as CSSProperties);
  switch (cell.kind) {
    case 'bar':
      return (
        <>
          <span
            className="gp-cell-bar"
            aria-hidden="true"
            style={{ ...style, width: `${((cell.share ?? 0) * 100).toFixed(2)}%` }}
          />
          <span className="gp-cell-over">{text}</span>
        </>
      );
    case 'badge':
      return cell.text === '' ? (
        text
      ) : (
        <span className="gp-cell-badge" style={style}>
          {text}
        </span>
      );
    case 'sparkline':
      return <Course {...props} color={color ?? seriesColor(0)} />;
    case 'color-text':
      return color === undefined ? (
        text
      ) : (
        <span className="gp-cell-colored" style={{ color }}>
          {text}
        </span>
      );
    default:
      return text;
  }
}

function linked({ links }: TableCell, text: ReactNode, isActive: boolean): ReactElement {
  const [first, ...others] = links;
  if (first === undefined) return <>{text}</>;
  const props = (isNewTab: boolean): object => ({
    className: 'gp-cell-link',
    tabIndex: isActive ? 0 : -1,
    ...(isNewTab ? { target: '_blank', rel: 'noopener noreferrer' } : {}),
  });
  return (
    <>
      <a href={first.url} title={first.title} {...props(first.isNewTab)}>
        {text}
      </a>
      {others.map(({ url, title, isNewTab }) => (
        <a key={`${title} ${url}`} href={url} {...props(isNewTab)}>
          {title}
        </a>
      ))}
    </>
  );
}

function Course(props: TableCellContentProps & { readonly color: string }): ReactElement {
  const { cell, width, height, color } = props;
  const { course } = cell;
  const [startMs, endMs] = [course?.times[0], course?.times.at(-1)];
  if (course === undefined || startMs === undefined || endMs === undefined || width < 8) return <>{cell.text}</>;
  return (
    <>
      <svg
        className="gp-cell-course"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        <SparklineMarks
          series={{ key: '', name: '', color, ...course }}
          range={{ startMs, endMs }}
          width={width}
          height={height}
          color={color}
        />
      </svg>
      <span className="gp-visually-hidden">{cell.text}</span>
    </>
  );
}
