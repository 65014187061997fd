/** A box on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a panel goes: the position of its top left corner, and how tall it may be. */
export interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const gap = 4;
const edge = 8;

/**
 * Returns the place of a panel below its anchor, or above where there is more room; it never leaves the screen.
 *
 * @param align - Which edges meet: the left or the right ones.
 */
export function placePanel(
  anchor: Box,
  panel: Pick<Box, 'width' | 'height'>,
  screen: Pick<Box, 'width' | 'height'>,
  align: 'left' | 'right',
): PanelPlace {
  const wanted = align === 'left' ? anchor.left : anchor.left + anchor.width - panel.width;
  const left = Math.max(edge, Math.min(wanted, screen.width - panel.width - edge));
  const roomBelow = screen.height - (anchor.top + anchor.height) - gap - edge;
  const roomAbove = anchor.top - gap - edge;
  if (panel.height <= roomBelow || roomBelow >= roomAbove) {
    return { left, top: anchor.top + anchor.height + gap, maxHeight: Math.max(roomBelow, 0) };
  }
  const maxHeight = Math.max(roomAbove, 0);
  return { left, top: anchor.top - gap - Math.min(panel.height, maxHeight), maxHeight };
}
