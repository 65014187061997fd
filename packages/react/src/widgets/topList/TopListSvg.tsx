import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgNote } from '../../drawing/SvgNote.tsx';
import { SvgText } from '../../drawing/SvgText.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { TopListOptions } from './TopListOptions.ts';
import { useTopList } from './useTopList.ts';

const SHARE_WIDTH = 48;

/** The largest values, or the smallest, as a picture of a list. */
export function TopListSvg(props: WidgetSvgProps<TopListOptions>): ReactElement {
  const { width, height, widget } = props;
  const { rows, note, layout } = useTopList(useFrameViewProps(props), props.options);
  if (rows.length === 0) {
    const text = note ?? widget.field?.noValue ?? 'No data';
    return (
      <SvgText
        x={width / 2}
        y={height / 2 + 4}
        size={13}
        anchor="middle"
        color="text-muted"
        text={text}
        maxWidth={width}
      />
    );
  }
  const { rowHeight } = layout;
  const hasShare = layout.hasShare && rows.some(({ share }) => share !== undefined);
  const right = width - 6 - (hasShare ? SHARE_WIDTH : 0);
  return (
    <>
      {rows.map(({ key, name, text, size, color, shareText, isOthers }, index) => (
        <g key={key} transform={`translate(0,${index * rowHeight})`}>
          <rect y={1} width={Math.max(0, size * width)} height={rowHeight - 2} rx={3} fill={color} fillOpacity={0.18} />
          <rect y={1} width={3} height={rowHeight - 2} rx={1.5} fill={color} />
          <SvgText
            x={10}
            y={rowHeight / 2 + 4}
            size={12}
            text={name}
            maxWidth={Math.max(10, right - 22 - textWidth(text, 12))}
            color={isOthers ? 'text-muted' : 'text'}
          />
          <SvgText x={right} y={rowHeight / 2 + 4} size={12} anchor="end" text={text} isStrong />
          {hasShare ? <SvgText x={width - 6} y={rowHeight / 2 + 4} size={12} anchor="end" text={shareText} /> : null}
        </g>
      ))}
      {note === undefined ? null : <SvgNote y={rows.length * rowHeight} width={width} text={note} />}
    </>
  );
}
