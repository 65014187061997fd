import type { Labels, Widget } from '@glasspane/core';

/** The parts of a mouse or keyboard event that a click on a mark tells of. */
export interface ClickModifiers {
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * A mark that a viewer clicked, or took with Enter: a sample of a series, a bar, a slice, a cell.
 *
 * @public
 */
export interface PointClick extends ClickModifiers {
  /** What people call the series. */
  readonly seriesName: string;
  /** The labels of the series, its name included where it has one; empty where the mark is no series. */
  readonly labels: Labels;
  /** The `refId` of the query that it comes from, where the view was told. */
  readonly refId?: string | undefined;
  /** When the sample was taken, in milliseconds since the epoch; left out where the mark has no time. */
  readonly timeMs?: number | undefined;
  /** The value as it is, before units and mappings; left out where the mark has none. */
  readonly value?: number | undefined;
  /** Tells the view that the host answers: it does not pin its tooltip then. */
  preventDefault(): void;
}

/**
 * A mark of a dashboard's widget that a viewer clicked.
 *
 * @public
 */
export interface WidgetPointClick extends PointClick {
  readonly widget: Widget;
}

/** What of a mark a click tells; the rest is the event's. */
export type ClickedMark = Omit<PointClick, keyof ClickModifiers | 'preventDefault'>;

/**
 * Tells a host of a clicked mark.
 *
 * @returns Whether the view is to answer as well: false where the host said that it does.
 */
export function tellClick(
  onPointClick: ((point: PointClick) => void) | undefined,
  mark: ClickedMark,
  { altKey, ctrlKey, metaKey, shiftKey }: ClickModifiers,
): boolean {
  let isPrevented = false;
  const preventDefault = (): void => {
    isPrevented = true;
  };
  onPointClick?.({ ...mark, altKey, ctrlKey, metaKey, shiftKey, preventDefault });
  return !isPrevented;
}
