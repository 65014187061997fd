import { type MouseEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import type { Box } from '../../controls/placePanel.ts';
import type { PinnedRow, TooltipLink } from './PinnedContent.ts';
import { PinnedTooltip } from './PinnedTooltip.tsx';
import { type ClickedMark, type ClickModifiers, type PointClick, tellClick } from './PointClick.ts';
import { speakTooltip, type TooltipContent } from './TooltipContent.ts';
import { type MarkPlace, useMarkKeyboard } from './useMarkKeyboard.ts';
import { useMarkPointer } from './useMarkPointer.ts';
import { useSharedCrosshair } from './useSharedCrosshair.ts';

/** Props of {@link MarkInteraction}. All of it is in pixels of the chart, whose element has a position. */
export interface MarkInteractionProps<TMark> {
  /** The accessible name; that the arrow keys read the values is added. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** The marks as the arrow keys go over them: rows of marks, all of the same length; undefined where there is none. */
  readonly marks: readonly (readonly (TMark | undefined)[])[];
  /** Where a mark stands. */
  readonly boxOf: (mark: TMark) => Box;
  /** Which mark is at a point. Left out: the first one whose box is there, with a pixel around it. */
  readonly markAt?: ((x: number, y: number) => TMark | undefined) | undefined;
  readonly tooltipOf: (mark: TMark) => TooltipContent;
  /** The links of a mark, which its pinned tooltip shows. */
  readonly linksOf?: ((mark: TMark) => readonly TooltipLink[]) | undefined;
  /** What a host is told of a clicked mark. Left out: clicks are not told. */
  readonly clickOf?: ((mark: TMark) => ClickedMark) | undefined;
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
  /** When a mark was, to share it with the crosshairs of the dashboard. Left out: it has no time. */
  readonly timeOf?: ((mark: TMark) => number) | undefined;
  /** Where the crosshair of another widget stands here, in pixels from the left; undefined: outside. */
  readonly xOf?: ((timeMs: number) => number | undefined) | undefined;
  /** How far down that crosshair reaches. Left out: over all of it. */
  readonly plot?: { readonly top: number; readonly height: number } | undefined;
  readonly locale?: string | undefined;
}

interface Pinned<TMark> {
  readonly mark: TMark;
  readonly content: TooltipContent;
}

/**
 * What lies over marks that are no lines (bars, slices, cells) and answers to pointer, keyboard and touch: a ring around the
 * mark, its tooltip, its values spoken. A click, or Enter, is told to the host, or pins the tooltip. Moves never render.
 */
export function MarkInteraction<TMark>(props: MarkInteractionProps<TMark>): ReactElement {
  const { marks, label, width, height } = props;
  const area = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const [pinned, setPinned] = useState<Pinned<TMark>>();
  const dismissedBy = useRef<number | undefined>(undefined);
  const share = useSharedCrosshair((timeMs) =>
    moveLine(line.current, timeMs === undefined ? undefined : props.xOf?.(timeMs)),
  );
  const pointer = useMarkPointer({ ...props, area, onMark: (mark) => share(mark && props.timeOf?.(mark)) });
  const take = (mark: TMark, event: ClickModifiers): void => {
    const clicked = props.clickOf?.(mark);
    if (clicked === undefined || tellClick(props.onPointClick, clicked, event)) {
      pointer.hide();
      setPinned({ mark, content: props.tooltipOf(mark) });
    }
  };
  const keyboard = useMarkKeyboard({
    rows: marks.length,
    columns: marks[0]?.length ?? 0,
    onMove: (place) => {
      const mark = markIn(marks, place);
      pointer.show(mark);
      return mark === undefined ? 'No value here.' : speakTooltip(props.tooltipOf(mark));
    },
    onLeave: pointer.hide,
    onTake: (place, event) => {
      const mark = markIn(marks, place);
      if (mark !== undefined) take(mark, event);
    },
  });
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const mark = pointer.markUnder(event);
    if (mark !== undefined && dismissedBy.current === undefined) take(mark, event);
    dismissedBy.current = undefined;
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.timeStamp !== dismissedBy.current) dismissedBy.current = undefined;
  };
  return (
    <>
      <div
        className="gp-crosshair"
        ref={line}
        hidden
        style={{ top: props.plot?.top ?? 0, height: props.plot?.height ?? height }}
      />
      <div className="gp-mark-ring" ref={pointer.ring} hidden />
      <div
        ref={area}
        className="gp-plot"
        style={{ left: 0, top: 0, width, height }}
        role="application"
        aria-roledescription="chart"
        aria-label={`${label}. Arrow keys read the values.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the marks are operated with the keyboard, as an application
        tabIndex={0}
        {...pointer.handlers}
        onPointerDown={onPointerDown}
        onClick={onClick}
        onKeyDown={keyboard.onKeyDown}
        onBlur={keyboard.onBlur}
      />
      <div className="gp-tooltip" ref={pointer.tooltip} popover="manual" hidden aria-hidden="true" />
      <div className="gp-visually-hidden" ref={keyboard.live} aria-live="polite" />
      {pinned !== undefined && (
        <PinnedTooltip
          content={{ ...pinned.content, rows: pinnedRows(pinned, props.linksOf?.(pinned.mark)) }}
          {...pinPoint(props.boxOf(pinned.mark))}
          sort="series"
          locale={props.locale}
          returnFocus={area}
          onClose={(event) => {
            dismissedBy.current = event?.type === 'pointerdown' ? event.timeStamp : undefined;
            setPinned(undefined);
          }}
        />
      )}
    </>
  );
}

function markIn<TMark>(marks: MarkInteractionProps<TMark>['marks'], { row, column }: MarkPlace): TMark | undefined {
  return marks[row]?.[column];
}

// The links are the mark's, so they stand under its last line.
function pinnedRows<TMark>(
  { content: { rows } }: Pinned<TMark>,
  links: readonly TooltipLink[] | undefined,
): readonly PinnedRow[] {
  return rows.map((row, index) => (index === rows.length - 1 ? { ...row, links } : row));
}

function pinPoint({ left, top, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: left + width / 2, y: top + height / 2 };
}

function moveLine(line: HTMLElement | null, x: number | undefined): void {
  if (line === null) return;
  line.hidden = x === undefined;
  if (x !== undefined) line.style.transform = `translateX(${Math.round(x)}px)`;
}
