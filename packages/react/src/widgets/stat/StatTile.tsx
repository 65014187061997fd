import type { AbsoluteTimeRange } from '@glasspane/core';
import type { CSSProperties, ReactElement } from 'react';
import { seriesColor, themeColor } from '../../theme/themeColor.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import type { TileSeries } from '../tiles/useTileSeries.ts';
import { Sparkline } from './Sparkline.tsx';

interface StatTileProps {
  readonly tile: TileSeries;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasSparkline: boolean;
  readonly colorMode: 'value' | 'background' | 'none';
}

const NAME_HEIGHT = 18;

/** One value, as large as there is room, with what it is called, what it means and how it came about. */
export function StatTile(props: StatTileProps): ReactElement {
  const { tile, width, height, hasName, colorMode } = props;
  const { series, display } = tile;
  const color = display.color === undefined ? undefined : themeColor(display.color);
  const hasCourse = props.hasSparkline && series.times.length > 1 && height >= 72;
  const courseHeight = hasCourse ? Math.floor(height * 0.36) : 0;
  // Beside others, labels would set their names at different heights; there they are in the tooltip.
  const hasLabel = display.label !== undefined && !hasName && height >= 84;
  const labelHeight = (hasName ? NAME_HEIGHT : 0) + (hasLabel ? NAME_HEIGHT : 0);
  const room = height - labelHeight - courseHeight * 0.8 - 8;
  const fontSize = fitFontSize(display.text, width - 24, Math.max(14, Math.min(room * 0.78, 128)));
  return (
    <div
      className={`gp-stat gp-stat-color-${colorMode}`}
      title={display.label}
      style={color === undefined ? undefined : ({ '--gp-tile-color': color } as CSSProperties)}
    >
      {hasCourse ? (
        <Sparkline
          series={series}
          range={props.range}
          width={Math.floor(width)}
          height={courseHeight}
          color={colorMode === 'none' || color === undefined ? seriesColor(series.colorIndex) : color}
        />
      ) : null}
      <div className="gp-stat-body" style={{ paddingBlockEnd: courseHeight * 0.8 }}>
        {hasName ? (
          <div className="gp-stat-name" title={series.name}>
            <bdi>{series.name}</bdi>
          </div>
        ) : null}
        <div className="gp-stat-value" style={{ fontSize }}>
          <FormattedText value={display} />
        </div>
        {display.label === undefined ? null : (
          <div className={hasLabel ? 'gp-stat-label' : 'gp-visually-hidden'}>{display.label}</div>
        )}
      </div>
    </div>
  );
}
