import { formatTimeRange } from '@glasspane/core';
import type { ReactElement } from 'react';
import type { ExportPlatform } from '../ExportPlatform.ts';
import type { ExportScene } from '../ExportScene.ts';
import type { WidgetBox } from '../layout/gridBoxes.ts';
import type { WidgetOutcome, WidgetProblem } from '../WidgetOutcome.ts';
import { ProblemSvg } from './ProblemSvg.tsx';
import { viewSize, WidgetCard } from './WidgetCard.tsx';

/** Makes the markup of an element; `prefix` keeps the ids of two elements apart. */
export type RenderMarkup = (element: ReactElement, prefix: string) => string;

/** What drawing a widget needs. */
export interface DrawContext {
  readonly scene: ExportScene;
  readonly platform: ExportPlatform;
  readonly render: RenderMarkup;
  /** What the ids of this picture begin with. */
  readonly prefix: string;
}

/** Returns the picture of one widget, its frame around it, at its place. */
export async function drawWidget(box: WidgetBox, index: number, context: DrawContext): Promise<string> {
  const { scene, render } = context;
  const { widget, width, height } = box;
  const outcome = scene.outcomes.get(widget.id);
  const notice = outcome === undefined ? undefined : noticeText(outcome);
  const size = viewSize(width, height, notice !== undefined);
  const prefix = `${context.prefix}${index}-`;
  const draw = (view: ReactElement): string => {
    const rangeText = widget.timeRange === undefined ? undefined : formatTimeRange(widget.timeRange, { ...scene });
    const card = (
      <WidgetCard width={width} height={height} title={widget.title} rangeText={rangeText} notice={notice}>
        {view}
      </WidgetCard>
    );
    return `<g transform="translate(${box.x.toFixed(2)},${box.y.toFixed(2)})">${render(card, prefix)}</g>`;
  };
  try {
    return draw(await viewOf(outcome, size, context));
  } catch (thrown) {
    return draw(<ProblemSvg problem={brokenProblem(thrown)} {...size} />);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function viewOf(
  outcome: WidgetOutcome | undefined,
  size: Size,
  { scene, platform }: DrawContext,
): Promise<ReactElement> {
  if (outcome?.status !== 'ready') {
    const problem = outcome?.problem ?? { tone: 'neutral', title: 'Not asked', details: [] };
    return <ProblemSvg problem={problem} {...size} />;
  }
  const { widget, definition, options, results, timeRange, marks } = outcome;
  const { Svg } = definition;
  if (Svg === undefined) {
    const picture = await platform.pictureWidget?.(widget.id);
    return picture === undefined ? (
      <ProblemSvg problem={noPictureProblem(definition.label)} {...size} />
    ) : (
      <image href={picture} {...size} preserveAspectRatio="xMidYMid meet" />
    );
  }
  const { locale, timeZone, colors } = scene;
  const data = { widget, options, results, timeRange, marks };
  return <Svg {...data} {...size} locale={locale} timeZone={timeZone} colors={colors} />;
}

function noticeText({ notices }: WidgetOutcome): string | undefined {
  const messages = [...new Set(notices.filter(({ severity }) => severity === 'warning').map(({ message }) => message))];
  return messages.length === 0 ? undefined : `Warning: ${messages.join(' ')}`;
}

function noPictureProblem(label: string): WidgetProblem {
  return {
    tone: 'neutral',
    title: `No picture of this ${label} widget`,
    details: ['Widgets of this type can be seen on the screen only.'],
  };
}

function brokenProblem(thrown: unknown): WidgetProblem {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { tone: 'error', title: 'This widget cannot be drawn', details: [message] };
}
