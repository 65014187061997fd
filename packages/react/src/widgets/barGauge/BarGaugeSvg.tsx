import type { ReactElement } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import { SvgNote } from '../../drawing/SvgNote.tsx';
import { SvgText } from '../../drawing/SvgText.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { type GaugeReading, gaugeReadings } from '../gauge/gaugeReadings.ts';
import { useTileSeries } from '../tiles/useTileSeries.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { BarGaugeOptions } from './BarGaugeOptions.ts';
import { BarMarks } from './BarMarks.tsx';
import { type BarGaugeLayout, barGaugeLayout, NAME_GAP } from './barGaugeLayout.ts';

/** Where the value of each series stands between two ends as bars, as a picture. */
export function BarGaugeSvg(props: WidgetSvgProps<BarGaugeOptions>): ReactElement {
  const { options, width, height, widget } = props;
  const tiles = useTileSeries(useFrameViewProps(props), options);
  const { values: formatter } = useFormatters(props.locale, props.timeZone);
  const readings = gaugeReadings(tiles, formatter);
  if (readings.length === 0) {
    const text = widget.field?.noValue ?? 'No data';
    return <SvgText x={width / 2} y={height / 2 + 4} size={13} anchor="middle" color="text-muted" text={text} />;
  }
  const layout = barGaugeLayout({ readings, width, height, options });
  const { isVertical, shownCount, cellWidth, cellHeight } = layout;
  const left = readings.length - shownCount;
  const room = isVertical
    ? (width - cellWidth * shownCount) / 2
    : (height - (left > 0 ? 18 : 0) - cellHeight * shownCount) / 2;
  const Cell = isVertical ? SvgColumn : SvgRow;
  return (
    <>
      {readings.slice(0, shownCount).map((reading, index) => (
        <g
          key={reading.series.key}
          transform={
            isVertical ? `translate(${room + index * cellWidth},0)` : `translate(0,${room + index * cellHeight})`
          }
        >
          <Cell reading={reading} layout={layout} fill={options.fill ?? 'basic'} />
        </g>
      ))}
      {left > 0 ? (
        <SvgNote y={height - 18} width={width} text={`and ${left} more, for which there is no room`} />
      ) : null}
    </>
  );
}

interface SvgCellProps {
  readonly reading: GaugeReading;
  readonly layout: BarGaugeLayout;
  readonly fill: NonNullable<BarGaugeOptions['fill']>;
}

function SvgRow({ reading, layout, fill }: SvgCellProps): ReactElement {
  const { cellWidth, cellHeight, thickness, nameWidth, nameHeight, valueWidth, valueSize } = layout;
  const { display, series } = reading;
  const middle = nameHeight + (cellHeight - nameHeight) / 2;
  const isNameBeside = nameWidth > 0;
  return (
    <>
      {isNameBeside || nameHeight > 0 ? (
        <SvgText
          x={0}
          y={isNameBeside ? middle + 4 : 13}
          size={layout.nameSize}
          text={series.name}
          maxWidth={isNameBeside ? nameWidth - NAME_GAP : cellWidth}
        />
      ) : null}
      <g transform={`translate(${nameWidth},${middle - thickness / 2})`}>
        <BarMarks reading={reading} layout={layout} fill={fill} />
      </g>
      {valueWidth > 0 ? (
        <SvgText
          x={cellWidth}
          y={middle + valueSize * 0.36}
          size={valueSize}
          anchor="end"
          isStrong
          text={display.text}
          maxWidth={valueWidth}
          fill={display.color === undefined ? undefined : reading.color}
        />
      ) : null}
    </>
  );
}

function SvgColumn({ reading, layout, fill }: SvgCellProps): ReactElement {
  const { cellWidth, cellHeight, thickness, nameHeight, valueHeight, valueSize } = layout;
  const { display, series } = reading;
  const line = { x: cellWidth / 2, anchor: 'middle', maxWidth: cellWidth - 4 } as const;
  return (
    <>
      {valueHeight > 0 ? (
        <SvgText
          {...line}
          y={valueSize + 1}
          size={valueSize}
          isStrong
          text={display.text}
          fill={display.color === undefined ? undefined : reading.color}
        />
      ) : null}
      <g transform={`translate(${(cellWidth - thickness) / 2},${valueHeight})`}>
        <BarMarks reading={reading} layout={layout} fill={fill} />
      </g>
      {nameHeight > 0 ? <SvgText {...line} y={cellHeight - 5} size={layout.nameSize} text={series.name} /> : null}
    </>
  );
}
