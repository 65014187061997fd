import type { Area } from '../treemap/squarify.ts';
import type { SloModel } from './sloModel.ts';

/** Where the parts of an SLO stand; a part that is left out has no room. */
export interface SloLayout {
  readonly width: number;
  readonly height: number;
  /** Only what is left, and the state as a mark. */
  readonly isTiny: boolean;
  readonly summary: Area;
  readonly windows: Area | undefined;
  readonly course: Area | undefined;
  /** The lines below the summary: remarks that have room. */
  readonly remarks: readonly string[];
}

/** The height of the row of a window. */
export const WINDOW_ROW = 22;

const WINDOWS_HEAD = 18;
const GAP = 12;
const COURSE_MIN = 64;

/** Returns which parts of an SLO have room, and where they stand. */
export function sloLayout(model: SloModel, width: number, height: number): SloLayout {
  const base = { width, height, remarks: model.remarks };
  if (width < 170 || height < 84) {
    const summary = { x: 0, y: 0, width, height };
    return { ...base, isTiny: true, summary, windows: undefined, course: undefined, remarks: [] };
  }
  const summaryHeight = 84 + model.remarks.length * 16;
  const windowsHeight = WINDOWS_HEAD + model.windows.length * WINDOW_ROW;
  const isWide = width >= 440;
  const half = isWide ? Math.floor((width - GAP * 2) * 0.5) : width;
  const windowsY = isWide ? 0 : summaryHeight + GAP;
  const hasWindows = windowsY + windowsHeight <= height;
  const windows = { x: isWide ? half + GAP * 2 : 0, y: windowsY, width: half, height: windowsHeight };
  const used = Math.max(summaryHeight, hasWindows ? windowsY + windowsHeight : 0);
  const courseHeight = height - used - GAP;
  const hasCourse = model.course !== undefined && courseHeight >= COURSE_MIN;
  return {
    ...base,
    isTiny: false,
    summary: { x: 0, y: 0, width: hasWindows ? half : width, height: summaryHeight },
    windows: hasWindows ? windows : undefined,
    course: hasCourse ? { x: 0, y: used + GAP, width, height: courseHeight } : undefined,
  };
}
