import type { ReactElement } from 'react';
import type { Formatters } from '../../chart/createFormatters.ts';
import { textWidth } from '../../chart/textWidth.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import { CostBars } from './CostBars.tsx';
import { CostList } from './CostList.tsx';
import { CostRunning } from './CostRunning.tsx';
import { HEAD_LINE, HEAD_SIZE } from './costHead.ts';
import type { CostLayout } from './costLayout.ts';
import type { CostModel } from './costModel.ts';
import type { CostTexts } from './costTexts.ts';

/** What the picture of a cost widget draws. */
export interface CostPictureProps extends Formatters {
  readonly model: CostModel;
  readonly texts: CostTexts;
  readonly layout: CostLayout;
  readonly field: ChartSeriesInput['field'];
}

/** What was spent, on what, and what it will come to, for the inside of an SVG: on the screen and in a file alike. */
export function CostPicture(props: CostPictureProps): ReactElement {
  const { texts, layout } = props;
  if (layout.isTiny) return <Tiny {...props} />;
  const { headWidth, head, running, bars, list } = layout;
  const size = fitFontSize(texts.total, headWidth * 0.6, 28);
  const totalWidth = textWidth(texts.total, size) * 1.05;
  return (
    <>
      <SvgText x={0} y={28} size={size} text={texts.total} isStrong />
      <SvgText
        x={totalWidth + 8}
        y={27}
        size={12}
        color="text-muted"
        text={texts.since}
        maxWidth={headWidth - totalWidth - 8}
      />
      {head.map(({ text, color, isStrong }, index) => (
        <SvgText
          key={text}
          x={0}
          y={50 + index * HEAD_LINE}
          size={HEAD_SIZE}
          text={text}
          color={color}
          isStrong={isStrong}
        />
      ))}
      {running === undefined ? null : <CostRunning {...props} plot={running} />}
      {bars === undefined ? null : <CostBars {...props} plot={bars} />}
      {list === undefined ? null : <CostList {...props} area={list} />}
    </>
  );
}

function Tiny({ model, texts, layout }: CostPictureProps): ReactElement {
  const { width, height } = layout;
  const hasWord = height >= 52;
  const size = fitFontSize(texts.total, width - 8, Math.min(40, height * (hasWord ? 0.46 : 0.7)));
  const y = height / 2 + size * 0.36 - (hasWord ? 8 : 0);
  return (
    <>
      <SvgText x={width / 2} y={y} size={size} anchor="middle" text={texts.total} isStrong />
      {hasWord ? (
        <SvgText
          x={width / 2}
          y={y + 16}
          size={11}
          anchor="middle"
          text={model.state === 'over' ? 'over the budget' : texts.since}
          maxWidth={width - 4}
          color={model.state === 'over' ? 'critical' : 'text-muted'}
        />
      ) : null}
    </>
  );
}
