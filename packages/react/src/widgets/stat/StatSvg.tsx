import type { AbsoluteTimeRange } from '@glasspane/core';
import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { SvgValue } from '../../drawing/SvgValue.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { SvgTiles } from '../tiles/SvgTiles.tsx';
import type { SeriesDelta } from '../tiles/seriesDelta.ts';
import { type TileSeries, useTileSeries } from '../tiles/useTileSeries.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { SparklineMarks } from './Sparkline.tsx';
import type { StatOptions } from './StatOptions.ts';
import { statTileShape } from './StatView.tsx';
import { type StatColors, statColors } from './statColors.ts';
import { NAME_HEIGHT, type StatTileLayout, statTileLayout } from './statTileLayout.ts';

/** One large value a series, as a picture. */
export function StatSvg(props: WidgetSvgProps<StatOptions>): ReactElement {
  const { options } = props;
  const tiles = useTileSeries(useFrameViewProps(props), options);
  return (
    <SvgTiles
      {...statTileShape}
      items={tiles}
      itemKey={({ series }) => series.key}
      noValue={props.widget.field?.noValue}
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
  const colors = statColors(tile, colorMode);
  const layout = statTileLayout(props);
  const { courseHeight, hasLabel, fontSize, deltaHeight } = layout;
  const valueHeight = fontSize * 1.15;
  const contentHeight = valueHeight + deltaHeight + (hasName ? NAME_HEIGHT : 0) + (hasLabel ? NAME_HEIGHT : 0);
  const top = (height - courseHeight * 0.8 - contentHeight) / 2;
  const valueTop = top + (hasName ? NAME_HEIGHT : 0);
  const plain = colors.fill?.text ?? tokenColor(colorMode === 'background' ? 'text' : 'text-muted');
  const strong = colors.fill?.text ?? (colorMode === 'value' ? colors.tile : undefined) ?? tokenColor('text');
  const line = { x: width / 2, size: 12, anchor: 'middle', maxWidth: width - 16 } as const;
  return (
    <>
      {colorMode === 'background' ? <Background width={width} height={height} colors={colors} /> : null}
      {courseHeight > 0 ? (
        <g transform={`translate(0,${height - courseHeight})`}>
          <SparklineMarks
            series={series}
            range={props.range}
            width={Math.floor(width)}
            height={courseHeight}
            color={colors.course}
          />
        </g>
      ) : null}
      {hasName ? <SvgText {...line} y={top + 13} text={series.name} fill={plain} /> : null}
      <SvgValue value={display} x={width / 2} y={valueTop + valueHeight / 2} size={fontSize} fill={strong} />
      {delta !== undefined && deltaHeight > 0 ? (
        <g transform={`translate(${width / 2},${valueTop + valueHeight})`}>
          <SvgDelta delta={delta} layout={layout} fill={plain} isPlain={colorMode === 'background'} />
        </g>
      ) : null}
      {hasLabel && display.label !== undefined ? (
        <SvgText {...line} y={valueTop + valueHeight + deltaHeight + 13} text={display.label} fill={strong} />
      ) : null}
    </>
  );
}

interface SvgDeltaProps {
  readonly delta: SeriesDelta;
  readonly layout: StatTileLayout;
  readonly fill: string;
  /** Whether the change has no colour of its own, because the tile has one. */
  readonly isPlain: boolean;
}

function SvgDelta({ delta, layout, fill, isPlain }: SvgDeltaProps): ReactElement {
  const { deltaHeight, deltaSize, hasSince } = layout;
  return (
    <text y={deltaHeight * 0.7} fontSize={deltaSize} textAnchor="middle" fill={fill}>
      <tspan fill={isPlain ? fill : delta.color} fontWeight={600}>
        {delta.text}
      </tspan>
      {hasSince ? <tspan>{` ${delta.since}`}</tspan> : null}
    </text>
  );
}

function Background(props: { readonly width: number; readonly height: number; readonly colors: StatColors }) {
  const { width, height, colors } = props;
  if (colors.fill !== undefined) return <rect width={width} height={height} rx={4} fill={colors.fill.fill} />;
  const color = colors.tile ?? tokenColor('neutral');
  return (
    <>
      <rect width={width} height={height} rx={4} fill={color} fillOpacity={0.14} />
      <rect width={3} height={height} rx={1.5} fill={color} />
    </>
  );
}
