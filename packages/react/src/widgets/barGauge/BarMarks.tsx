import { type ReactElement, useId } from 'react';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { GaugeReading } from '../gauge/gaugeReadings.ts';
import { thresholdParts } from '../gauge/thresholdParts.ts';
import type { BarGaugeOptions } from './BarGaugeOptions.ts';
import { barSegments, barStops, filledPart, positionOf } from './barFill.ts';
import type { BarGaugeLayout } from './barGaugeLayout.ts';

interface BarMarksProps {
  readonly reading: GaugeReading;
  readonly layout: BarGaugeLayout;
  readonly fill: NonNullable<BarGaugeOptions['fill']>;
}

/** A bar, for the inside of an SVG that is as large as it: its track, the part that its value fills, and the thresholds along it. */
export function BarMarks({ reading, layout, fill }: BarMarksProps): ReactElement {
  const { length, thickness, stripThickness, isVertical } = layout;
  const breadth = stripThickness > 0 ? thickness - stripThickness - 2 : thickness;
  const place = (at: number): number => positionOf(at, reading) * length;
  return (
    <g transform={isVertical ? `translate(0,${length}) rotate(-90)` : undefined}>
      {fill === 'segmented' ? (
        <Segments reading={reading} length={length} breadth={breadth} />
      ) : (
        <Bar reading={reading} length={length} breadth={breadth} isGradient={fill === 'gradient'} />
      )}
      {stripThickness > 0
        ? thresholdParts(reading.thresholds, reading.domain).map(({ id, color, from, to }) => (
            <rect
              key={id}
              x={place(from)}
              y={breadth + 2}
              width={Math.max(0, place(to) - place(from))}
              height={stripThickness}
              fill={color}
            />
          ))
        : null}
    </g>
  );
}

interface BarProps {
  readonly reading: GaugeReading;
  readonly length: number;
  readonly breadth: number;
}

function Bar({ reading, length, breadth, isGradient }: BarProps & { readonly isGradient: boolean }): ReactElement {
  const id = useId().replaceAll(':', '');
  const [from, to] = filledPart(reading);
  const radius = Math.min(3, breadth / 2);
  return (
    <>
      <rect className="gp-bar-gauge-track" width={length} height={breadth} rx={radius} fill={tokenColor('border')} />
      {isGradient ? (
        <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={0} x2={length} y1={0} y2={0}>
          {barStops(reading).map(({ offset, color, opacity }) => (
            <stop key={offset} offset={offset} stopColor={color} stopOpacity={opacity} />
          ))}
        </linearGradient>
      ) : null}
      {to > from ? (
        <rect
          x={from * length}
          width={Math.max(1, (to - from) * length)}
          height={breadth}
          rx={radius}
          fill={isGradient ? `url(#${id})` : reading.color}
        />
      ) : null}
    </>
  );
}

function Segments({ reading, length, breadth }: BarProps): ReactElement {
  return (
    <>
      {barSegments(reading, length).map(({ id, at, size, color, isLit }) => (
        <rect key={id} x={at} width={size} height={breadth} rx={1} fill={color} fillOpacity={isLit ? 1 : 0.16} />
      ))}
    </>
  );
}
