import type { PlotModel } from './PlotModel.ts';
import type { Reading } from './readings.ts';

const MAX_ROWS = 14;

/** What a tooltip says. */
export interface TooltipContent {
  readonly timeMs: number;
  readonly readings: readonly Reading[];
  /** The series nearest to the pointer, or chosen by the keyboard. */
  readonly focusedKey: string | undefined;
}

/** Writes a tooltip into its element, which is not React's: rows are used again, and text is only ever text. */
export function writeTooltip(element: HTMLElement, content: TooltipContent, model: PlotModel): void {
  const [time, list, note] = parts(element);
  time.textContent = model.times.format(content.timeMs);
  const shown = visibleReadings(content);
  for (const [index, reading] of shown.entries()) {
    writeRow(rowAt(list, index), reading, reading.series.key === content.focusedKey, model);
  }
  while (list.children.length > shown.length) {
    list.lastElementChild?.remove();
  }
  const left = content.readings.length - shown.length;
  note.textContent = content.readings.length === 0 ? 'No value' : left > 0 ? `and ${left.toLocaleString()} more` : '';
  note.hidden = note.textContent === '';
}

// The largest values, and the focused one even where it is not among them.
function visibleReadings({ readings, focusedKey }: TooltipContent): readonly Reading[] {
  const top = readings.slice(0, MAX_ROWS);
  const focused = readings.find(({ series }) => series.key === focusedKey);
  return focused === undefined || top.includes(focused) ? top : [...top.slice(0, -1), focused];
}

function parts(element: HTMLElement): readonly [HTMLElement, HTMLElement, HTMLElement] {
  if (element.children.length !== 3) {
    element.replaceChildren(part('gp-tooltip-time'), part('gp-tooltip-rows'), part('gp-tooltip-note'));
  }
  const [time, list, note] = element.children;
  return [time as HTMLElement, list as HTMLElement, note as HTMLElement];
}

function part(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function rowAt(list: HTMLElement, index: number): HTMLElement {
  const existing = list.children[index];
  if (existing !== undefined) {
    return existing as HTMLElement;
  }
  const row = part('gp-tooltip-row');
  row.append(part('gp-swatch'), part('gp-tooltip-name'), part('gp-tooltip-value'));
  list.append(row);
  return row;
}

function writeRow(row: HTMLElement, { series, value }: Reading, isFocused: boolean, model: PlotModel): void {
  const [swatch, name, text] = row.children;
  (swatch as HTMLElement).style.background = series.color;
  setText(name, series.name);
  setText(text, model.values.format(value, model.field).text);
  row.classList.toggle('gp-tooltip-row-focused', isFocused);
}

// Writing the same text again would still cost a layout.
function setText(element: Element | undefined, text: string): void {
  if (element !== undefined && element.textContent !== text) {
    element.textContent = text;
  }
}
