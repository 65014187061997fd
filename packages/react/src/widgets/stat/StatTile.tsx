import type { AbsoluteTimeRange } from '@glasspane/core';
import type { CSSProperties, ReactElement } from 'react';
import { themeColor } from '../../theme/themeColor.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import type { TileSeries } from '../tiles/useTileSeries.ts';
import { Sparkline } from './Sparkline.tsx';
import { StatDelta } from './StatDelta.tsx';
import { statTileLayout } from './statTileLayout.ts';

interface StatTileProps {
  readonly tile: TileSeries;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasSparkline: boolean;
  readonly colorMode: 'value' | 'background' | 'none';
}

/** One value, as large as there is room, with what it is called, what it means and how it came about. */
export function StatTile(props: StatTileProps): ReactElement {
  const { tile, width, hasName, colorMode } = props;
  const { series, display, delta } = tile;
  const color = display.color === undefined ? undefined : themeColor(display.color);
  const layout = statTileLayout(props);
  const { courseHeight, hasLabel, fontSize } = layout;
  return (
    <div
      className={`gp-stat gp-stat-color-${colorMode}`}
      title={[display.label, delta?.words].filter(Boolean).join('\n') || undefined}
      style={color === undefined ? undefined : ({ '--gp-tile-color': color } as CSSProperties)}
    >
      {courseHeight > 0 ? (
        <Sparkline
          series={series}
          range={props.range}
          width={Math.floor(width)}
          height={courseHeight}
          color={colorMode === 'none' || color === undefined ? series.color : color}
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
        {delta === undefined ? null : <StatDelta delta={delta} layout={layout} />}
        {display.label === undefined ? null : (
          <div className={hasLabel ? 'gp-stat-label' : 'gp-visually-hidden'}>{display.label}</div>
        )}
      </div>
    </div>
  );
}
