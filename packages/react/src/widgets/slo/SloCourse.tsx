import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { Area } from '../treemap/squarify.ts';
import { coursePath } from './coursePath.ts';
import type { SloPictureProps } from './SloPicture.tsx';

interface SloCourseProps extends Pick<SloPictureProps, 'model' | 'timeRange' | 'times'> {
  readonly area: Area;
}

const AXIS = 38;

/** How much of the budget was left, over the period. */
export function SloCourse({ model, timeRange, times, area }: SloCourseProps): ReactElement {
  const { course, settings } = model;
  const endMs = timeRange.endMs;
  const startMs = endMs - settings.periodMs;
  const box = { x: area.x + AXIS, y: area.y + 6, width: Math.max(1, area.width - AXIS - 2), height: area.height - 26 };
  const path = course === undefined ? undefined : coursePath({ ...course, box, startMs, endMs });
  if (path === undefined || path.line === '') {
    return <SvgText x={area.x} y={area.y + 20} size={11} color="text-muted" text="No course of the budget" />;
  }
  const color = tokenColor('series-1');
  const style = settings.periodMs >= 2 * 86_400_000 ? 'day' : 'minute';
  const right = box.x + box.width;
  return (
    <g>
      {[
        { y: path.fullY, text: '100%' },
        { y: path.zeroY, text: '0%' },
      ].map(({ y, text }) => (
        <g key={text}>
          <line x1={box.x} x2={right} y1={y} y2={y} stroke={tokenColor(text === '0%' ? 'axis-line' : 'grid-line')} />
          <SvgText x={box.x - 6} y={y + 4} size={11} anchor="end" color="text-muted" text={text} />
        </g>
      ))}
      <path d={path.area} fill={color} fillOpacity={0.14} />
      <path d={path.line} fill="none" stroke={color} strokeWidth={1.5} strokeLinejoin="round" />
      <SvgText
        x={box.x}
        y={area.y + area.height - 5}
        size={11}
        color="text-muted"
        text={times.format(startMs, style)}
      />
      <SvgText
        x={right}
        y={area.y + area.height - 5}
        size={11}
        anchor="end"
        color="text-muted"
        text={times.format(endMs, style)}
      />
    </g>
  );
}
