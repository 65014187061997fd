import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Box } from '../../controls/placePanel.ts';
import { useIsomorphicLayoutEffect } from '../../provider/useIsomorphicLayoutEffect.ts';
import type { MarkInteractionProps } from './MarkInteraction.tsx';
import { TooltipView } from './TooltipView.ts';

/** What the pointer works on. */
export interface UseMarkPointerOptions<TMark>
  extends Pick<MarkInteractionProps<TMark>, 'marks' | 'boxOf' | 'markAt' | 'tooltipOf'> {
  readonly area: RefObject<HTMLElement | null>;
  /** The mark is another one, or none. */
  readonly onMark: (mark: TMark | undefined) => void;
}

/** What shows a mark, without a render. */
export interface MarkPointer<TMark> {
  readonly ring: RefObject<HTMLDivElement | null>;
  readonly tooltip: RefObject<HTMLDivElement | null>;
  readonly show: (mark: TMark | undefined) => void;
  readonly hide: () => void;
  readonly markUnder: (event: { readonly clientX: number; readonly clientY: number }) => TMark | undefined;
  readonly handlers: {
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
  };
}

/** Shows the mark under the pointer: a ring around it and its tooltip. */
export function useMarkPointer<TMark>(options: UseMarkPointerOptions<TMark>): MarkPointer<TMark> {
  const { area, onMark } = options;
  const ring = useRef<HTMLDivElement>(null);
  const tooltip = useRef<HTMLDivElement>(null);
  const view = useRef<TooltipView | undefined>(undefined);
  const shown = useRef<TMark | undefined>(undefined);
  const show = (mark: TMark | undefined): void => {
    if (mark === undefined) {
      hide();
      return;
    }
    if (tooltip.current === null || ring.current === null || area.current === null) return;
    view.current ??= new TooltipView(tooltip.current);
    shown.current = mark;
    const place = options.boxOf(mark);
    drawRing(ring.current, place);
    const { left, top } = area.current.getBoundingClientRect();
    const [x, y] = centerOf(place);
    view.current.show(options.tooltipOf(mark), left + x, top + y);
    onMark(mark);
  };
  const hide = (): void => {
    if (shown.current === undefined) return;
    shown.current = undefined;
    view.current?.hide();
    if (ring.current !== null) ring.current.hidden = true;
    onMark(undefined);
  };
  const markUnder = ({
    clientX,
    clientY,
  }: {
    readonly clientX: number;
    readonly clientY: number;
  }): TMark | undefined => {
    const box = area.current?.getBoundingClientRect();
    const [x, y] = [clientX - (box?.left ?? 0), clientY - (box?.top ?? 0)];
    return options.markAt === undefined ? firstAt(options, x, y) : options.markAt(x, y);
  };
  const refresh = (): void => {
    if (shown.current === undefined) return;
    const [x, y] = centerOf(options.boxOf(shown.current));
    show(options.markAt === undefined ? firstAt(options, x, y) : options.markAt(x, y));
  };
  const latest = useRef(refresh);
  const known = useRef(options.marks);
  useIsomorphicLayoutEffect(() => {
    latest.current = refresh;
    // New data: what stands where the last mark did is shown.
    if (known.current !== options.marks) refresh();
    known.current = options.marks;
  });
  // The tooltip is in the top layer and does not scroll with its chart.
  useEffect(() => {
    const onScroll = (): void => latest.current();
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', onScroll, { capture: true });
  }, []);
  return {
    ring,
    tooltip,
    show,
    hide,
    markUnder,
    handlers: {
      onPointerMove: (event) => {
        const mark = markUnder(event);
        if (mark !== shown.current) show(mark);
      },
      onPointerLeave: (event) => {
        // A finger leaves when it is lifted; what it showed stays until the chart loses the focus.
        if (event.pointerType !== 'touch') hide();
      },
    },
  };
}

function firstAt<TMark>({ marks, boxOf }: UseMarkPointerOptions<TMark>, x: number, y: number): TMark | undefined {
  for (const row of marks) {
    for (const mark of row) {
      if (mark === undefined) continue;
      const { left, top, width, height } = boxOf(mark);
      if (x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1) return mark;
    }
  }
  return undefined;
}

function centerOf({ left, top, width, height }: Box): readonly [number, number] {
  return [left + width / 2, top + height / 2];
}

function drawRing(ring: HTMLElement, { left, top, width, height }: Box): void {
  ring.hidden = false;
  ring.style.transform = `translate(${left}px,${top}px)`;
  ring.style.width = `${width}px`;
  ring.style.height = `${height}px`;
}
