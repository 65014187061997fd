import type { Dashboard } from '@glasspane/core';
import type { jsPDF } from 'jspdf';
import type { ExportPlatform, PdfTools } from '../ExportPlatform.ts';
import { embedFont } from './embedFont.ts';
import type { PageSize } from './pageSize.ts';
import { type EmbeddedFont, needsFont, prepareSvg } from './prepareSvg.ts';

/** What a document is made of. */
export interface PdfOptions {
  readonly platform: ExportPlatform;
  readonly page: PageSize;
  readonly title: string;
  readonly dashboard: Dashboard;
  readonly generatedAtMs: number;
  readonly signal: AbortSignal;
  /** Draws a page; `note` is a text that its foot must hold. */
  drawPage(index: number, note: string | undefined): Promise<string>;
  readonly pageCount: number;
  readonly onPage: (done: number) => void;
  readonly onNotice: (message: string) => void;
}

const LOSSY = 'Some characters of this document have no font and show as “?”.';

/** Makes a document of pages: the pictures as vectors, the texts as text. */
export async function renderPdf(options: PdfOptions): Promise<Uint8Array> {
  const { platform, page, pageCount, signal } = options;
  const tools = await platform.loadPdfTools();
  signal.throwIfAborted();
  const pages: string[] = [];
  for (let index = 0; index < pageCount; index += 1) pages.push(await options.drawPage(index, undefined));
  const fonts = pages.some(needsFont) ? await platform.loadFonts?.() : undefined;
  const pdf = tools.createDocument({ orientation: page.orientation, unit: 'pt', format: 'a4', compress: true });
  describe(pdf, options);
  const font = fonts === undefined ? undefined : embedFont(pdf, fonts);
  await drawPages(pdf, tools, { pages, font }, options);
  return new Uint8Array(pdf.output('arraybuffer'));
}

async function drawPages(
  pdf: jsPDF,
  tools: PdfTools,
  { pages, font }: { readonly pages: readonly string[]; readonly font: EmbeddedFont | undefined },
  options: PdfOptions,
): Promise<void> {
  const { page, signal } = options;
  const isLossy = pages.some((svg) => prepareSvg(svg, font).isLossy);
  if (isLossy) options.onNotice(LOSSY);
  for (const [index, plain] of pages.entries()) {
    signal.throwIfAborted();
    const svg = isLossy ? await options.drawPage(index, LOSSY) : plain;
    if (index > 0) pdf.addPage('a4', page.orientation);
    await tools.drawSvg(pdf, prepareSvg(svg, font).svg, { width: page.widthPt, height: page.heightPt });
    options.onPage(index + 1);
  }
}

function describe(pdf: jsPDF, { title, dashboard, generatedAtMs }: PdfOptions): void {
  pdf.setProperties({
    title,
    subject: dashboard.description ?? '',
    keywords: (dashboard.tags ?? []).join(', '),
    creator: 'Glasspane',
  });
  pdf.setCreationDate(toPdfDate(generatedAtMs));
  pdf.viewerPreferences({ DisplayDocTitle: true });
}

/** Returns a moment as documents write it. A `Date` would not do: the document may be made in another realm. */
function toPdfDate(timeMs: number): string {
  const digits = new Date(timeMs).toISOString().replace(/\D/g, '').slice(0, 14);
  return `D:${digits}+00'00'`;
}
