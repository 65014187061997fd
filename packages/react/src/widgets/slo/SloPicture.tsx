import type { AbsoluteTimeRange, TimeFormatter, ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { type ColorToken, tokenColor } from '../../theme/colorTokens.ts';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import { SloCourse } from './SloCourse.tsx';
import { SloWindows } from './SloWindows.tsx';
import type { SloLayout } from './sloLayout.ts';
import type { SloModel } from './sloModel.ts';
import { sloTexts, stateColor } from './sloTexts.ts';

/** What the picture of an SLO draws. */
export interface SloPictureProps {
  readonly model: SloModel;
  readonly layout: SloLayout;
  readonly timeRange: AbsoluteTimeRange;
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}

/** An objective, its budget, burn rates and course, for the inside of an SVG: on the screen and in a file alike. */
export function SloPicture(props: SloPictureProps): ReactElement {
  const { model, layout, values } = props;
  if (layout.isTiny) return <Tiny {...props} />;
  const { summary, windows, course, remarks } = layout;
  const texts = sloTexts(model, values);
  const bigSize = 32;
  const bigWidth = textWidth(texts.left, bigSize) * 1.05;
  const color = stateColor(model.state);
  return (
    <>
      <StateMark x={6} y={8} color={color} state={model.state} />
      <SvgText x={18} y={12.5} size={12} text={model.status} maxWidth={summary.width - 20} color={color} isStrong />
      <SvgText x={0} y={50} size={bigSize} text={texts.left} isStrong />
      <SvgText
        x={bigWidth + 8}
        y={37}
        size={12}
        text="of the error budget left"
        maxWidth={summary.width - bigWidth - 10}
      />
      <SvgText
        x={bigWidth + 8}
        y={52}
        size={11}
        color="text-muted"
        text={texts.leftTime}
        maxWidth={summary.width - bigWidth - 10}
      />
      <SvgText
        x={0}
        y={74}
        size={12}
        color="text-muted"
        text={`${texts.good} good, objective ${texts.objective}`}
        maxWidth={summary.width}
      />
      {remarks.map((text, index) => (
        <SvgText key={text} x={0} y={92 + index * 16} size={11} color="serious" text={text} maxWidth={summary.width} />
      ))}
      {windows === undefined ? null : <SloWindows model={model} area={windows} values={values} />}
      {course === undefined ? null : <SloCourse {...props} area={course} />}
    </>
  );
}

function Tiny({ model, layout, values }: SloPictureProps): ReactElement {
  const { left } = sloTexts(model, values);
  const { width, height } = layout;
  const color = stateColor(model.state);
  const hasWord = height >= 52 && width >= 70;
  const size = fitFontSize(left, width - 24, Math.min(40, height * (hasWord ? 0.46 : 0.7)));
  const middle = height / 2 - (hasWord ? 8 : 0);
  const word = model.state === 'met' || model.state === 'unknown' ? 'budget left' : model.status;
  return (
    <>
      <SvgText x={width / 2 + 6} y={middle + size * 0.36} size={size} anchor="middle" text={left} isStrong />
      <StateMark x={width / 2 - (textWidth(left, size) * 1.05) / 2 - 6} y={middle} color={color} state={model.state} />
      {hasWord ? (
        <SvgText
          x={width / 2}
          y={middle + size * 0.36 + 16}
          size={11}
          anchor="middle"
          text={word}
          maxWidth={width - 4}
          color={model.state === 'met' ? 'text-muted' : color}
        />
      ) : null}
    </>
  );
}

interface StateMarkProps {
  readonly x: number;
  readonly y: number;
  readonly color: ColorToken;
  readonly state: SloModel['state'];
}

// A shape of its own for each state: colour is never the only sign.
function StateMark({ x, y, color, state }: StateMarkProps): ReactElement {
  const fill = tokenColor(color);
  if (state === 'page') return <path d={`M${x - 6},${y + 5}L${x},${y - 6}L${x + 6},${y + 5}Z`} fill={fill} />;
  if (state === 'ticket' || state === 'exhausted') {
    return <path d={`M${x - 6},${y}L${x},${y - 6}L${x + 6},${y}L${x},${y + 6}Z`} fill={fill} />;
  }
  return state === 'met' ? (
    <circle cx={x} cy={y} r={5} fill={fill} />
  ) : (
    <circle cx={x} cy={y} r={4} fill="none" stroke={fill} strokeWidth={2} />
  );
}
