import { formatTimeRange, TimeFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { wrapText } from '../../drawing/wrapText.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { ExportScene } from '../ExportScene.ts';

const TITLE_SIZE = 20;
const TEXT_SIZE = 13;

/** The height of a footer, in pixels. */
export const FOOTER_HEIGHT = 26;

/** Returns the height of the head of the first page, in pixels. */
export function headHeight(scene: ExportScene, width: number): number {
  return 42 + titleLines(scene, width).length * 26 + descriptionLines(scene, width).length * 18;
}

/** The height of the head of a page that goes on. */
export const SMALL_HEAD_HEIGHT = 30;

/** The head of a file: what it shows, of which time. */
export function PageHead({ scene, width }: { readonly scene: ExportScene; readonly width: number }): ReactElement {
  const titles = titleLines(scene, width);
  const descriptions = descriptionLines(scene, width);
  const afterTitle = titles.length * 26 + 6;
  return (
    <>
      {titles.map((line, index) => (
        <SvgText key={line} x={0} y={20 + index * 26} size={TITLE_SIZE} text={line} isStrong />
      ))}
      {descriptions.map((line, index) => (
        <SvgText key={line} x={0} y={afterTitle + 13 + index * 18} size={TEXT_SIZE} text={line} color="text-muted" />
      ))}
      <SvgText
        x={0}
        y={afterTitle + descriptions.length * 18 + 14}
        size={12}
        text={rangeText(scene)}
        maxWidth={width}
      />
    </>
  );
}

/** The head of a page that goes on. */
export function SmallPageHead({ scene, width }: { readonly scene: ExportScene; readonly width: number }): ReactElement {
  return (
    <>
      <SvgText x={0} y={12} size={12} text={scene.title} maxWidth={width * 0.5} isStrong />
      <SvgText
        x={width}
        y={12}
        size={11}
        anchor="end"
        color="text-muted"
        text={rangeText(scene)}
        maxWidth={width * 0.48}
      />
    </>
  );
}

interface PageFootProps {
  readonly scene: ExportScene;
  readonly width: number;
  readonly pageText?: string | undefined;
  readonly note?: string | undefined;
}

/** The foot of a page: when it was made, and which page it is. */
export function PageFoot({ scene, width, pageText, note }: PageFootProps): ReactElement {
  const time = new TimeFormatter({ locale: scene.locale, timeZone: scene.timeZone }).format(scene.generatedAtMs);
  const made = `Generated ${time} (${scene.timeZone})`;
  return (
    <>
      <line x1={0} x2={width} y1={6.5} y2={6.5} stroke={tokenColor('border')} />
      <SvgText
        x={0}
        y={22}
        size={11}
        color="text-muted"
        text={note === undefined ? made : `${made} · ${note}`}
        maxWidth={width - 100}
      />
      {pageText === undefined ? null : (
        <SvgText x={width} y={22} size={11} anchor="end" color="text-muted" text={pageText} />
      )}
    </>
  );
}

function titleLines({ title }: ExportScene, width: number): readonly string[] {
  return wrapText(title, TITLE_SIZE * 1.05, width, 2);
}

function descriptionLines({ dashboard }: ExportScene, width: number): readonly string[] {
  const { description = '' } = dashboard;
  return description === '' ? [] : wrapText(description, TEXT_SIZE, width, 3);
}

/** Both ends as dates, and how the range is called: a file is read long after. */
function rangeText({ timeRange, moments, locale, timeZone }: ExportScene): string {
  const isLong = moments.endMs - moments.startMs >= 3_600_000;
  const [from = '', to = ''] = [moments.startMs, moments.endMs].map((timeMs) =>
    new Date(isLong ? Math.round(timeMs / 60_000) * 60_000 : Math.round(timeMs / 1000) * 1000).toISOString(),
  );
  const dates = formatTimeRange({ from, to }, { locale, timeZone });
  const name = formatTimeRange(timeRange, { locale, timeZone });
  const isRelative = timeRange.from.includes('now');
  return `${dates} (${timeZone})${isRelative ? ` · ${name}` : ''}`;
}
