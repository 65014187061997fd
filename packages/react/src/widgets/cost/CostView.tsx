import type { ReactElement } from 'react';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { TooltipContent } from '../../chart/interaction/TooltipContent.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { CostOptions } from './CostOptions.ts';
import { CostPicture } from './CostPicture.tsx';
import { writeMoney, writePart } from './costTexts.ts';
import { type CostDrawing, useCost } from './useCost.ts';

/**
 * Props of {@link CostView}. The time range ends at the present moment, and the frames hold rates of cost over the period
 * that it lies in.
 *
 * @public
 */
export interface CostViewProps extends FrameViewProps {
  readonly options?: CostOptions | undefined;
}

const DEFAULTS: CostOptions = {};
const MAX_TOOLTIP_ROWS = 12;

/**
 * Shows what was spent in a period, on what, and what it will come to, for hosts that have data of their own.
 *
 * @public
 */
export function CostView(props: CostViewProps): ReactElement {
  const { options = DEFAULTS, title, field } = props;
  const drawing = useCost(props, options);
  const { model, texts, layout, values, times } = drawing;
  const { running, bars } = layout;
  const sentence = [`${texts.total} ${texts.since}`, texts.projection, texts.status, texts.remark]
    .filter((text) => text !== undefined)
    .join('. ');
  const marks = model.buckets.flatMap(({ startMs }, index) => (startMs < model.nowMs ? [index] : []));
  return (
    <MarkFigure
      width={layout.width}
      height={layout.height}
      title={title}
      sentence={`${sentence}.`}
      picture={<CostPicture model={model} texts={texts} layout={layout} field={field} values={values} times={times} />}
      pictureWidth={layout.width}
      pictureHeight={layout.height}
      interaction={
        running === undefined || model.state === 'noData' ? null : (
          <MarkInteraction
            label={`${title}: ${sentence}`}
            width={layout.width}
            height={layout.height}
            marks={[marks]}
            boxOf={(index) => {
              const bucket = model.buckets[index];
              const left = running.x(bucket?.startMs ?? 0);
              const bottom = bars === undefined ? running.rect : bars.rect;
              return {
                left,
                top: running.rect.y,
                width: Math.max(1, running.x(bucket?.endMs ?? 0) - left),
                height: bottom.y + bottom.height - running.rect.y,
              };
            }}
            tooltipOf={(index) => bucketTooltip(drawing, field, index)}
            locale={props.locale}
          />
        )
      }
      table={
        <HiddenTable
          caption={title}
          head={['Part', 'Cost']}
          rows={model.parts.map((part) => [part.name, writePart(part, values, field)])}
        />
      }
    />
  );
}

function bucketTooltip({ model, values }: CostDrawing, field: FrameViewProps['field'], index: number): TooltipContent {
  const bucket = model.buckets[index];
  const endMs = Math.min(bucket?.endMs ?? 0, model.nowMs);
  const upTo = model.running.filter(({ timeMs }) => timeMs <= endMs).at(-1)?.total ?? 0;
  const parts = model.parts
    .map(({ key, name, color, byBucket }) => ({ key, name, color, cost: byBucket[index] ?? 0 }))
    .sort((a, b) => b.cost - a.cost);
  const left = parts.length - MAX_TOOLTIP_ROWS;
  return {
    title: bucket?.title ?? '',
    rows: [
      ...parts
        .slice(0, MAX_TOOLTIP_ROWS)
        .map(({ key, name, color, cost }) => ({ key, name, color, value: writeMoney(cost, values, field) })),
      { key: 'total', name: 'Spent by then', value: writeMoney(upTo, values, field), isFocused: true },
    ],
    note: left > 0 ? `and ${left} more` : undefined,
  };
}
