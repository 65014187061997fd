/** The data of one chart: columns that share their times. */
export interface ChartData {
  /** Milliseconds since the epoch, increasing. */
  readonly times: Float64Array;
  readonly columns: readonly Float64Array[];
}

/** How big each chart is, in CSS pixels, and what it has beside lines and axes. */
export interface ChartLook {
  readonly width: number;
  readonly height: number;
  /** Whether the values under the pointer are shown, in the manner that is usual for the contestant. */
  readonly hasReadings: boolean;
}

/** Charts that are on the page. */
export interface MountedCharts<TNative> {
  /** Shows other data of the same shape, chart by chart. */
  refresh(data: readonly TNative[]): void;
}

/** A library that draws charts, and how to make it draw ours. */
export interface Contestant<TNative> {
  /** Selects the elements of the charts, each of which must show lines. @defaultValue those of {@link addSlot} */
  readonly boxes?: string;
  /** Brings data into the form that the library likes best. Its time does not count, but while charts are live. */
  prepare(data: ChartData): TNative;
  mount(host: HTMLElement, look: ChartLook, data: readonly TNative[]): MountedCharts<TNative>;
}

/** Adds an element of the size of a chart, for libraries that draw into one. */
export function addSlot(host: HTMLElement, { width, height }: ChartLook): HTMLElement {
  const slot = document.createElement('div');
  slot.className = 'slot';
  slot.style.width = `${width}px`;
  slot.style.height = `${height}px`;
  host.append(slot);
  return slot;
}
