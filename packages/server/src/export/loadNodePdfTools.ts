import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PdfTools } from '@glasspane/react/export';

type PdfDocument = ReturnType<PdfTools['createDocument']>;

/** What the scripts of the window leave in it. */
interface PdfWindow {
  readonly jspdf: { readonly jsPDF: new (options: unknown) => PdfDocument };
  readonly svg2pdf: { svg2pdf(element: unknown, pdf: PdfDocument, options: unknown): Promise<PdfDocument> };
  readonly DOMParser: new () => { parseFromString(text: string, type: string): { readonly documentElement: unknown } };
  readonly SVGElement: { readonly prototype: object };
}

/**
 * Loads what makes PDF files, into a window of its own: these libraries are written for browsers and reach for their
 * globals, which must not appear in the process, where other code would take it for a browser.
 */
export async function loadNodePdfTools(): Promise<PdfTools> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // Without listeners: what jsdom does not have, such as a canvas, is none of the operator's business.
  const { window } = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  for (const script of await readScripts()) window.eval(script);
  const { jspdf, svg2pdf, DOMParser, SVGElement } = window as unknown as PdfWindow;
  let current: PdfDocument | undefined;
  Object.assign(SVGElement.prototype, {
    getBBox(this: MeasuredElement) {
      return { x: 0, y: 0, ...measure(this, current) };
    },
  });
  return {
    createDocument: (options) => new jspdf.jsPDF(options),
    async drawSvg(pdf, svg, size) {
      const page = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      current = pdf;
      await svg2pdf.svg2pdf(page, pdf, { x: 0, y: 0, ...size });
    },
  };
}

async function readScripts(): Promise<readonly string[]> {
  // Both belong to the package that draws.
  const require = createRequire(createRequire(import.meta.url).resolve('@glasspane/react/package.json'));
  const files = ['jspdf/dist/jspdf.umd.min.js', 'svg2pdf.js/dist/svg2pdf.umd.min.js'];
  return Promise.all(files.map((file) => readFile(require.resolve(file), 'utf8')));
}

interface MeasuredElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}

/** Measures a line of text by the metrics of the document's own fonts: a window that nobody sees lays nothing out. */
function measure(element: MeasuredElement, pdf: PdfDocument | undefined): { width: number; height: number } {
  const size = Number.parseFloat(element.getAttribute('font-size') ?? '10');
  if (pdf === undefined) return { width: 0, height: size };
  const before = pdf.getFont();
  const weight = element.getAttribute('font-weight') === 'bold' ? 'bold' : 'normal';
  pdf.setFont(element.getAttribute('font-family') ?? 'helvetica', weight);
  const width = pdf.getStringUnitWidth(element.textContent ?? '') * size;
  pdf.setFont(before.fontName, before.fontStyle);
  return { width, height: size };
}
