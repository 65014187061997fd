import type { ReactElement } from 'react';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { MarkLegend } from '../../chart/categories/MarkLegend.tsx';
import { markLinks } from '../../chart/categories/markLinks.ts';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { PieOptions } from './PieOptions.ts';
import { PiePicture } from './PiePicture.tsx';
import type { PlacedSlice } from './pieLayout.ts';
import { type PieDrawing, usePie } from './usePie.ts';

/**
 * Props of {@link PieView}.
 *
 * @public
 */
export interface PieViewProps extends FrameViewProps {
  readonly options?: PieOptions | undefined;
}

const DEFAULTS: PieOptions = {};

/**
 * Shows values as parts of a whole, for hosts that have data of their own.
 *
 * @public
 */
export function PieView(props: PieViewProps): ReactElement {
  const { options = DEFAULTS, title, field, timeRange } = props;
  const drawing = usePie(props, options);
  const { model, layout, items } = drawing;
  const sentence = pieSentence(drawing);
  return (
    <MarkFigure
      width={drawing.width}
      height={drawing.height}
      title={title}
      sentence={sentence}
      picture={<PiePicture model={model} layout={layout} options={options} field={field} width={drawing.plotWidth} />}
      pictureWidth={drawing.plotWidth}
      pictureHeight={drawing.plotHeight}
      interaction={
        model.slices.length === 0 ? null : (
          <MarkInteraction
            label={`${title}: ${sentence}`}
            width={drawing.plotWidth}
            height={drawing.plotHeight}
            marks={[layout.slices]}
            boxOf={(mark) => sliceBox(drawing, mark)}
            markAt={(x, y) => sliceAt(drawing, x, y)}
            tooltipOf={({ slice: { key, name, text, percent, color } }) => ({
              title: name,
              rows: [{ key, name: percent, value: text, color }],
            })}
            clickOf={({ slice: { name, labels, value } }) => ({ seriesName: name, labels, value })}
            linksOf={({ slice: { name, labels, value, options: own } }) =>
              markLinks({ links: own?.links, timeRange, name, labels, value })
            }
            onPointClick={props.onPointClick}
            locale={props.locale}
          />
        )
      }
      note={model.note}
      placement={layout.legend.placement}
      legend={<MarkLegend items={items} layout={layout.legend} />}
      table={
        <HiddenTable
          caption={title}
          head={['Slice', 'Value', 'Share']}
          rows={model.slices.map(({ name, text, percent }) => [name, text, percent])}
        />
      }
    />
  );
}

function pieSentence({ model: { slices, total, reason } }: PieDrawing): string {
  const [largest] = slices;
  if (largest === undefined) return `${reason ?? 'No data'}.`;
  const count = slices.length === 1 ? 'one slice' : `${slices.length} slices`;
  return `${count} of ${total.text}, the largest is ${largest.name} with ${largest.percent}.`;
}

// The ring goes around the middle of the slice.
function sliceBox({ layout: { x, y, radius, hole } }: PieDrawing, { from, to }: PlacedSlice) {
  const [angle, distance] = [(from + to) / 2, hole > 0 ? (radius + hole) / 2 : radius * 0.65];
  const size = Math.max(6, Math.min(16, (radius - hole) * 0.5));
  return {
    left: x + Math.sin(angle) * distance - size / 2,
    top: y - Math.cos(angle) * distance - size / 2,
    width: size,
    height: size,
  };
}

function sliceAt({ layout }: PieDrawing, x: number, y: number): PlacedSlice | undefined {
  const [right, down] = [x - layout.x, y - layout.y];
  const distance = Math.hypot(right, down);
  if (distance > layout.radius + 1 || distance < layout.hole - 1) return undefined;
  const angle = (Math.atan2(right, -down) + Math.PI * 2) % (Math.PI * 2);
  return layout.slices.find(({ from, to }) => angle >= from && angle < to);
}
