import type { Threshold } from '@glasspane/core';
import type { ReactElement } from 'react';
import { tokenColor } from '../../theme/colorTokens.ts';
import { arcPath } from './arcPath.ts';
import type { GaugeDomain } from './gaugeDomain.ts';
import { thresholdParts } from './thresholdParts.ts';

interface GaugeArcProps {
  readonly radius: number;
  /** Left out: there is none, and the track stays empty. */
  readonly value: number | undefined;
  readonly color: string;
  readonly domain: GaugeDomain;
  readonly thresholds: readonly Threshold[];
}

/** The picture of a gauge. */
export function GaugeArc(props: GaugeArcProps): ReactElement {
  const { radius } = props;
  return (
    <svg width={radius * 2} height={radius * 1.5} viewBox={`0 0 ${radius * 2} ${radius * 1.5}`} aria-hidden="true">
      <GaugeMarks {...props} />
    </svg>
  );
}

/** The track of a gauge, the part that its value fills, and the thresholds as a thin ring outside. */
export function GaugeMarks({ radius, value, color, domain, thresholds }: GaugeArcProps): ReactElement {
  const thickness = Math.min(44, Math.max(4, radius * 0.17));
  const hasRing = thresholds.some((threshold) => threshold.value !== undefined) && radius >= 24;
  const ring = hasRing ? Math.min(8, Math.max(2, radius * 0.045)) : 0;
  const center = { x: radius, y: radius };
  const middle = radius - thickness / 2 - (hasRing ? ring + Math.min(5, Math.max(1.5, radius * 0.03)) : 0);
  const at = (one: number): number => Math.min(1, Math.max(0, (one - domain.min) / (domain.max - domain.min)));
  return (
    <>
      <g fill="none" strokeWidth={thickness} strokeLinecap="butt">
        <path
          className="gp-gauge-track"
          stroke={tokenColor('border')}
          d={arcPath({ ...center, radius: middle, from: 0, to: 1 })}
        />
        {value === undefined ? null : (
          <path stroke={color} d={arcPath({ ...center, radius: middle, from: 0, to: at(value) })} />
        )}
      </g>
      {hasRing ? (
        <g fill="none" strokeWidth={ring}>
          {thresholdParts(thresholds, domain).map(({ id, color: part, from, to }) => (
            <path
              key={id}
              stroke={part}
              d={arcPath({ ...center, radius: radius - ring / 2, from: at(from), to: at(to) })}
            />
          ))}
        </g>
      ) : null}
    </>
  );
}
