import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import type { HeatmapPlot } from './heatmapPlot.ts';

interface HeatmapLegendProps {
  readonly plot: HeatmapPlot;
  readonly y: number;
}

const BAR_HEIGHT = 10;
const FONT_SIZE = 11;

/** Which colour stands for which count: a bar from the smallest to the largest. */
export function HeatmapLegend({ plot, y }: HeatmapLegendProps): ReactElement {
  const { rect, colors, domain, values, countUnit } = plot;
  const write = (count: number): string => values.format(count, { unit: countUnit }).text;
  const low = write(domain.min);
  const barWidth = Math.max(colors.length, Math.min(224, Math.round(rect.width * 0.4)));
  const x = Math.round(rect.left + textWidth(low, FONT_SIZE) + 6);
  const edge = (level: number): number => Math.round((barWidth * level) / colors.length);
  return (
    <g>
      <SvgText x={rect.left} y={y + 13} size={FONT_SIZE} color="text-muted" text={low} />
      {colors.map(({ fill, opacity }, level) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          key={level}
          className="gp-heat"
          x={x + edge(level)}
          y={y + 4}
          width={edge(level + 1) - edge(level)}
          height={BAR_HEIGHT}
          fill={fill}
          fillOpacity={opacity}
        />
      ))}
      <SvgText
        x={x + barWidth + 6}
        y={y + 13}
        size={FONT_SIZE}
        color="text-muted"
        text={`${write(domain.max)}${domain.isLog ? ' (logarithmic)' : ''}`}
      />
    </g>
  );
}
