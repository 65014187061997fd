import type { AbsoluteTimeRange } from '@glasspane/core';
import type { CSSProperties, ReactElement } from 'react';
import type { PointClick } from '../../chart/interaction/PointClick.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import { TileAction } from '../tiles/TileAction.tsx';
import type { TileSeries } from '../tiles/useTileSeries.ts';
import { Sparkline } from './Sparkline.tsx';
import { StatDelta } from './StatDelta.tsx';
import { type StatColors, statColors } from './statColors.ts';
import { statTileLayout } from './statTileLayout.ts';

interface StatTileProps {
  readonly tile: TileSeries;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasSparkline: boolean;
  readonly colorMode: 'value' | 'background' | 'none';
  readonly onPointClick: ((point: PointClick) => void) | undefined;
}

/** One value, as large as there is room, with what it is called, what it means and how it came about. */
export function StatTile(props: StatTileProps): ReactElement {
  const { tile, width, range, hasName, colorMode, onPointClick } = props;
  const { series, display, delta } = tile;
  const colors = statColors(tile, colorMode);
  const layout = statTileLayout(props);
  const { courseHeight, hasLabel, fontSize } = layout;
  return (
    <div
      className={`gp-stat gp-stat-color-${colorMode}${colors.fill === undefined ? '' : ' gp-stat-filled'}`}
      title={[display.label, delta?.words].filter(Boolean).join('\n') || undefined}
      style={tileStyle(colors)}
    >
      {courseHeight > 0 ? (
        <Sparkline
          series={series}
          range={range}
          width={Math.floor(width)}
          height={courseHeight}
          color={colors.course}
        />
      ) : null}
      <div className="gp-stat-body" style={{ paddingBlockEnd: courseHeight * 0.8 }}>
        {hasName ? (
          <div className="gp-stat-name" title={series.name}>
            <bdi>{series.name}</bdi>
          </div>
        ) : null}
        <div className="gp-stat-value" style={{ fontSize }}>
          <TileAction tile={tile} range={range} onPointClick={onPointClick}>
            <FormattedText value={display} />
          </TileAction>
        </div>
        {delta === undefined ? null : <StatDelta delta={delta} layout={layout} />}
        {display.label === undefined ? null : (
          <div className={hasLabel ? 'gp-stat-label' : 'gp-visually-hidden'}>{display.label}</div>
        )}
      </div>
    </div>
  );
}

function tileStyle({ tile, fill }: StatColors): CSSProperties {
  return {
    ...(tile === undefined ? {} : { '--gp-tile-color': tile }),
    ...(fill === undefined ? {} : { '--gp-tile-fill': fill.fill, '--gp-tile-text': fill.text }),
  } as CSSProperties;
}
