import type { AbsoluteTimeRange, ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { SloOptions } from './SloOptions.ts';
import { SloPicture } from './SloPicture.tsx';
import { WINDOW_ROW } from './sloLayout.ts';
import type { SloModel, WindowRatio } from './sloModel.ts';
import { rateText, sloTexts } from './sloTexts.ts';
import { type SloFrames, useSlo } from './useSlo.ts';

/**
 * Props of {@link SloView}.
 *
 * @public
 */
export interface SloViewProps {
  /**
   * The error ratio: by window (`5m`) as of now, and for the course as a series over the period. Of each frame the first
   * series counts.
   */
  readonly frames: {
    readonly windows: SloFrames['windows'];
    readonly course?: SloFrames['course'];
  };
  /** What the view is called by screen readers. */
  readonly title: string;
  /** The period ends where it does. */
  readonly timeRange: AbsoluteTimeRange;
  /** The room for the view, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  readonly options?: SloOptions | undefined;
}

const DEFAULTS: SloOptions = {};

/**
 * Shows an objective, what is left of its error budget, and how fast it burns, for hosts that have data of their own.
 *
 * @public
 */
export function SloView(props: SloViewProps): ReactElement {
  const { frames, options = DEFAULTS, title, timeRange, width, height, locale, timeZone } = props;
  const { model, layout, values, times } = useSlo({ frames, options, width, height, locale, timeZone });
  const { windows } = layout;
  const sentence = sloSentence(model, values);
  return (
    <MarkFigure
      width={layout.width}
      height={layout.height}
      title={title}
      sentence={sentence}
      picture={<SloPicture model={model} layout={layout} timeRange={timeRange} values={values} times={times} />}
      pictureWidth={layout.width}
      pictureHeight={layout.height}
      interaction={
        windows === undefined ? null : (
          <MarkInteraction
            label={`${title}: ${sentence}`}
            width={layout.width}
            height={layout.height}
            marks={[model.windows]}
            boxOf={(window) => ({
              left: windows.x,
              top: windows.y + 18 + model.windows.indexOf(window) * WINDOW_ROW,
              width: windows.width,
              height: WINDOW_ROW,
            })}
            tooltipOf={(window) => windowTooltip(window, model, values)}
            locale={locale}
          />
        )
      }
      table={<HiddenTable caption={title} head={['What', 'Value']} rows={sloRows(model, values)} />}
    />
  );
}

function windowTooltip(window: WindowRatio, { outcomes }: SloModel, values: ValueFormatter) {
  const rules = outcomes.filter(({ rule }) => rule.longWindow === window.window);
  const ratio = window.ratio === undefined ? '–' : values.format(window.ratio, { unit: 'percentunit' }).text;
  return {
    title: `The last ${window.window}`,
    rows: [
      { key: 'rate', name: 'Burn rate', value: rateText(window, values) },
      { key: 'ratio', name: 'Bad', value: ratio },
      ...rules.map(({ rule, state }) => ({
        key: `rule ${rule.burnRate}`,
        name: `${rule.severity} above ${rule.burnRate}× (with ${rule.shortWindow})`,
        value: state,
      })),
    ],
    note: window.rate === undefined ? undefined : window.remark,
  };
}

function sloSentence(model: SloModel, values: ValueFormatter): string {
  const { left, leftTime, objective, good } = sloTexts(model, values);
  const remarks = model.remarks.map((remark) => ` ${remark}.`).join('');
  return `${model.status}. ${left} of the error budget left, ${leftTime}. ${good} good, objective ${objective}.${remarks}`;
}

function sloRows(model: SloModel, values: ValueFormatter): readonly (readonly string[])[] {
  const { left, leftTime, objective, good } = sloTexts(model, values);
  return [
    ['State', model.status],
    ['Objective', objective],
    [`Good over ${model.settings.period}`, good],
    ['Error budget left', `${left}, ${leftTime}`],
    ...model.windows.map((window) => [`Burn rate over ${window.window}`, rateText(window, values)]),
    ...model.remarks.map((remark) => ['Remark', remark]),
  ];
}
