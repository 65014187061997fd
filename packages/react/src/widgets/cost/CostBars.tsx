import type { ReactElement } from 'react';
import { tokenColor } from '../../theme/colorTokens.ts';
import { barSpans } from '../barChart/barSpans.ts';
import { CostAxes } from './CostAxes.tsx';
import type { CostPictureProps } from './CostPicture.tsx';
import type { CostPlot } from './costLayout.ts';
import type { CostPart } from './costModel.ts';

const MAX_PARTS = 20;

/** What each part cost in each bucket of the period, stacked. */
export function CostBars({ model, times, plot }: CostPictureProps & { readonly plot: CostPlot }): ReactElement {
  const { buckets, period } = model;
  const parts = drawnParts(model);
  const { x, y } = plot;
  return (
    <g>
      <CostAxes plot={plot} period={period} times={times} />
      {buckets.map(({ key, startMs, endMs }, bucket) => {
        const spans = barSpans(
          parts.map(({ byBucket }) => byBucket[bucket]),
          'normal',
        );
        const [left, right] = [x(startMs), x(endMs)];
        const gap = Math.min(4, (right - left) * 0.2);
        return (
          <g key={key}>
            {parts.map((part, index) => {
              const span = spans[index];
              if (span === undefined || span.from === span.to) return null;
              const [from, to] = [y(span.from), y(span.to)];
              return (
                <rect
                  key={part.key}
                  x={(left + gap / 2).toFixed(2)}
                  y={Math.min(from, to).toFixed(2)}
                  width={Math.max(0.5, right - left - gap).toFixed(2)}
                  height={Math.abs(to - from).toFixed(2)}
                  fill={part.color}
                />
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

// More parts than these cannot be told apart; together they keep the height of the bars right.
function drawnParts({
  parts,
  buckets,
}: CostPictureProps['model']): readonly Pick<CostPart, 'key' | 'color' | 'byBucket'>[] {
  if (parts.length <= MAX_PARTS) return parts;
  const others = parts.slice(MAX_PARTS - 1);
  const byBucket = buckets.map((_, index) => others.reduce((sum, part) => sum + (part.byBucket[index] ?? 0), 0));
  return [...parts.slice(0, MAX_PARTS - 1), { key: 'others', color: tokenColor('neutral'), byBucket }];
}
