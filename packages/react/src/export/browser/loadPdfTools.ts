import type { PdfTools } from '../ExportPlatform.ts';

/** Loads what makes PDF files in a browser. */
export async function loadPdfTools(): Promise<PdfTools> {
  const [{ jsPDF }, { svg2pdf }] = await Promise.all([import('jspdf'), import('svg2pdf.js/dist/svg2pdf.es.min.js')]);
  return {
    createDocument: (options) => new jsPDF(options),
    async drawSvg(pdf, svg, size) {
      const page = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      await svg2pdf(page, pdf, { x: 0, y: 0, ...size });
    },
  };
}
