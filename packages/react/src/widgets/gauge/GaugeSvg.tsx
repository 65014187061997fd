import type { ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { SvgValue } from '../../drawing/SvgValue.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { SvgTiles } from '../tiles/SvgTiles.tsx';
import { useTileSeries } from '../tiles/useTileSeries.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { GaugeMarks } from './GaugeArc.tsx';
import type { GaugeOptions } from './GaugeOptions.ts';
import { gaugeTileShape } from './GaugeView.tsx';
import { type GaugeReading, gaugeReadings } from './gaugeReadings.ts';
import { END_HEIGHT, gaugeTileLayout, HEIGHT_BY_RADIUS, NAME_HEIGHT } from './gaugeTileLayout.ts';

/** Where the value of each series stands between two ends, as a picture. */
export function GaugeSvg(props: WidgetSvgProps<GaugeOptions>): ReactElement {
  const { options } = props;
  const tiles = useTileSeries(useFrameViewProps(props), options);
  const { values: formatter } = useFormatters(props.locale, props.timeZone);
  return (
    <SvgTiles
      {...gaugeTileShape}
      items={gaugeReadings(tiles, formatter)}
      itemKey={({ series }) => series.key}
      noValue={props.widget.field?.noValue}
      width={props.width}
      height={props.height}
      renderTile={(reading, width, height) => (
        <SvgGaugeTile
          reading={reading}
          formatter={formatter}
          width={width}
          height={height}
          hasName={tiles.length > 1}
          hasEndLabels={options.hasEndLabels ?? true}
        />
      )}
    />
  );
}

interface SvgGaugeTileProps {
  readonly reading: GaugeReading;
  readonly formatter: ValueFormatter;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasEndLabels: boolean;
}

function SvgGaugeTile(props: SvgGaugeTileProps): ReactElement {
  const { width, height, hasName } = props;
  const { series, value, display, color } = props.reading;
  const { radius, hasEndLabels, fontSize, ends } = gaugeTileLayout(props);
  const dialHeight = radius * HEIGHT_BY_RADIUS;
  const contentHeight = dialHeight + (hasEndLabels ? END_HEIGHT : 0) + (hasName ? NAME_HEIGHT : 0);
  const [x, y] = [width / 2 - radius, (height - contentHeight) / 2];
  const hasLabel = display.label !== undefined && radius >= 56;
  const labelSize = Math.max(12, fontSize * 0.24);
  const valueY = hasLabel ? radius - (labelSize + 6) / 2 : radius;
  const fill = display.color === undefined ? tokenColor('text') : color;
  const endsY = dialHeight + 11;
  return (
    <g transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}>
      <GaugeMarks
        radius={radius}
        value={value}
        color={color}
        domain={props.reading.domain}
        thresholds={props.reading.thresholds}
      />
      <SvgValue value={display} x={radius} y={valueY} size={fontSize} fill={fill} />
      {hasLabel && display.label !== undefined ? (
        <SvgText
          x={radius}
          y={valueY + fontSize / 2 + labelSize}
          size={labelSize}
          anchor="middle"
          text={display.label}
          maxWidth={radius * 1.2}
          fill={fill}
        />
      ) : null}
      {hasEndLabels ? (
        <>
          <SvgText x={0} y={endsY} size={11} color="text-muted" text={ends[0] ?? ''} />
          <SvgText x={radius * 2} y={endsY} size={11} anchor="end" color="text-muted" text={ends[1] ?? ''} />
        </>
      ) : null}
      {hasName ? (
        <SvgText
          x={radius}
          y={contentHeight - 5}
          size={12}
          anchor="middle"
          color="text-muted"
          text={series.name}
          maxWidth={width}
        />
      ) : null}
    </g>
  );
}
