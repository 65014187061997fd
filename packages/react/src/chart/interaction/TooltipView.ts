import type { TooltipContent, TooltipRow } from './TooltipContent.ts';

interface RowNodes {
  readonly element: HTMLElement;
  readonly swatch: HTMLElement;
  readonly name: Text;
  readonly value: Text;
  row: TooltipRow;
}

const WINDOW_EDGE = 8;
const ASIDE = 14;
const ABOVE = 10;
const NO_ROW: TooltipRow = { key: '', name: '', value: '' };

/**
 * A tooltip in the browser's top layer, where nothing clips it. Its element is not React's: rows are used again, text is only
 * ever text, and nothing is written that stands there already, as that alone costs a layout.
 */
export class TooltipView {
  readonly #element: HTMLElement;
  readonly #list: HTMLElement;
  readonly #noteElement: HTMLElement;
  readonly #title: Text;
  readonly #note: Text;
  readonly #rows: RowNodes[] = [];
  #shownRows = 0;
  #isShown = false;
  #transform = '';

  /** @param element - An empty element with the class `gp-tooltip` and `popover="manual"`. */
  constructor(element: HTMLElement) {
    this.#element = element;
    element.replaceChildren();
    this.#title = textIn(append(element, 'gp-tooltip-time'));
    this.#list = append(element, 'gp-tooltip-rows');
    this.#noteElement = append(element, 'gp-tooltip-note');
    this.#noteElement.hidden = true;
    this.#note = textIn(this.#noteElement);
  }

  /** Shows the content beside a point of the window, in CSS pixels. */
  show(content: TooltipContent, x: number, y: number): void {
    write(this.#title, content.title);
    this.#writeRows(content.rows);
    const note = content.note ?? '';
    if (write(this.#note, note)) {
      this.#noteElement.hidden = note === '';
    }
    this.#place(x, y);
    this.#open();
  }

  hide(): void {
    if (!this.#isShown) {
      return;
    }
    this.#isShown = false;
    if (hasPopover(this.#element) && this.#element.matches(':popover-open')) {
      this.#element.hidePopover();
    }
    this.#element.hidden = true;
  }

  #writeRows(rows: readonly TooltipRow[]): void {
    for (const [index, row] of rows.entries()) {
      const nodes = this.#rows[index] ?? this.#addRow();
      if (index >= this.#shownRows) {
        nodes.element.hidden = false;
      }
      writeRow(nodes, row);
    }
    for (let index = rows.length; index < this.#shownRows; index += 1) {
      const nodes = this.#rows[index];
      if (nodes !== undefined) {
        nodes.element.hidden = true;
      }
    }
    this.#shownRows = rows.length;
  }

  #addRow(): RowNodes {
    const element = append(this.#list, 'gp-tooltip-row');
    const swatch = append(element, 'gp-swatch');
    swatch.hidden = true;
    const name = textIn(append(element, 'gp-tooltip-name'));
    const value = textIn(append(element, 'gp-tooltip-value'));
    const nodes = { element, swatch, name, value, row: NO_ROW };
    this.#rows.push(nodes);
    return nodes;
  }

  // It hangs on the side of the point where there is more room, pushed back into the window where that is not enough;
  // percentages are of its own size, so that it need not be measured.
  #place(x: number, y: number): void {
    const { innerWidth, innerHeight } = window;
    const across = x > innerWidth / 2 ? before(x - ASIDE) : after(x + ASIDE, innerWidth);
    const down = y > innerHeight / 2 ? before(y + ABOVE) : after(y - ABOVE, innerHeight);
    const transform = `translate(${across},${down})`;
    if (transform !== this.#transform) {
      this.#transform = transform;
      this.#element.style.transform = transform;
    }
  }

  #open(): void {
    if (this.#isShown) {
      return;
    }
    this.#isShown = true;
    this.#element.hidden = false;
    if (hasPopover(this.#element) && !this.#element.matches(':popover-open')) {
      this.#element.showPopover();
    }
  }
}

function writeRow(nodes: RowNodes, row: TooltipRow): void {
  const { color, isFocused = false } = row;
  if (color !== nodes.row.color) {
    nodes.swatch.hidden = color === undefined;
    nodes.swatch.style.background = color ?? '';
  }
  if (isFocused !== (nodes.row.isFocused ?? false)) {
    nodes.element.classList.toggle('gp-tooltip-row-focused', isFocused);
  }
  write(nodes.name, row.name);
  write(nodes.value, row.value);
  nodes.row = row;
}

function write(node: Text, text: string): boolean {
  if (node.data === text) {
    return false;
  }
  node.data = text;
  return true;
}

function append(parent: HTMLElement, className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return parent.appendChild(element);
}

function textIn(element: HTMLElement): Text {
  return element.appendChild(document.createTextNode(''));
}

function before(end: number): string {
  return `max(${WINDOW_EDGE}px,${Math.round(end)}px - 100%)`;
}

function after(start: number, windowSize: number): string {
  return `min(${Math.round(start)}px,${windowSize - WINDOW_EDGE}px - 100%)`;
}

function hasPopover(element: HTMLElement): boolean {
  return typeof element.showPopover === 'function';
}
