import type { AbsoluteTimeRange } from '@glasspane/core';
import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { SvgValue } from '../../drawing/SvgValue.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import { themeColor } from '../../theme/themeColor.ts';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { SvgTiles } from '../tiles/SvgTiles.tsx';
import { type TileSeries, useTileSeries } from '../tiles/useTileSeries.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { SparklineMarks } from './Sparkline.tsx';
import type { StatOptions } from './StatOptions.ts';
import { statTileShape } from './StatView.tsx';
import { NAME_HEIGHT, statTileLayout } from './statTileLayout.ts';

/** One large value a series, as a picture. */
export function StatSvg(props: WidgetSvgProps<StatOptions>): ReactElement {
  const { options } = props;
  const tiles = useTileSeries(useFrameViewProps(props), options);
  return (
    <SvgTiles
      {...statTileShape}
      items={tiles}
      itemKey={({ series }) => series.key}
      width={props.width}
      height={props.height}
      renderTile={(tile, width, height) => (
        <SvgStatTile
          tile={tile}
          range={props.timeRange}
          width={width}
          height={height}
          hasName={tiles.length > 1}
          hasSparkline={options.hasSparkline ?? true}
          colorMode={options.colorMode ?? 'value'}
        />
      )}
    />
  );
}

interface SvgStatTileProps {
  readonly tile: TileSeries;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasSparkline: boolean;
  readonly colorMode: 'value' | 'background' | 'none';
}

function SvgStatTile(props: SvgStatTileProps): ReactElement {
  const { tile, width, height, hasName, colorMode } = props;
  const { series, display, delta } = tile;
  const color = display.color === undefined ? undefined : themeColor(display.color);
  const { courseHeight, hasLabel, fontSize, deltaHeight, deltaSize, hasSince } = statTileLayout(props);
  const valueHeight = fontSize * 1.15;
  const contentHeight = valueHeight + deltaHeight + (hasName ? NAME_HEIGHT : 0) + (hasLabel ? NAME_HEIGHT : 0);
  const top = (height - courseHeight * 0.8 - contentHeight) / 2;
  const valueTop = top + (hasName ? NAME_HEIGHT : 0);
  const fill = colorMode === 'value' && color !== undefined ? color : tokenColor('text');
  return (
    <>
      {colorMode === 'background' ? <Background width={width} height={height} color={color} /> : null}
      {courseHeight > 0 ? (
        <g transform={`translate(0,${height - courseHeight})`}>
          <SparklineMarks
            series={series}
            range={props.range}
            width={Math.floor(width)}
            height={courseHeight}
            color={colorMode === 'none' || color === undefined ? series.color : color}
          />
        </g>
      ) : null}
      {hasName ? (
        <SvgText
          x={width / 2}
          y={top + 13}
          size={12}
          anchor="middle"
          text={series.name}
          maxWidth={width - 16}
          color={colorMode === 'background' ? 'text' : 'text-muted'}
        />
      ) : null}
      <SvgValue value={display} x={width / 2} y={valueTop + valueHeight / 2} size={fontSize} fill={fill} />
      {delta !== undefined && deltaHeight > 0 ? (
        <text
          x={width / 2}
          y={valueTop + valueHeight + deltaHeight * 0.7}
          fontSize={deltaSize}
          textAnchor="middle"
          fill={tokenColor('text-muted')}
        >
          <tspan fill={colorMode === 'background' ? tokenColor('text') : delta.color} fontWeight={600}>
            {delta.text}
          </tspan>
          {hasSince ? <tspan>{` ${delta.since}`}</tspan> : null}
        </text>
      ) : null}
      {hasLabel && display.label !== undefined ? (
        <SvgText
          x={width / 2}
          y={valueTop + valueHeight + deltaHeight + 13}
          size={12}
          anchor="middle"
          text={display.label}
          maxWidth={width - 16}
          fill={fill}
        />
      ) : null}
    </>
  );
}

function Background(props: { readonly width: number; readonly height: number; readonly color: string | undefined }) {
  const { width, height, color = tokenColor('neutral') } = props;
  return (
    <>
      <rect width={width} height={height} rx={4} fill={color} fillOpacity={0.14} />
      <rect width={3} height={height} rx={1.5} fill={color} />
    </>
  );
}
