import type { jsPDF } from 'jspdf';

/**
 * A font that documents embed where a text has characters that the fonts of every PDF reader lack.
 *
 * @public
 */
export interface ExportFonts {
  /** What the fonts are called: `DejaVu Sans`. */
  readonly family: string;
  /** TrueType files. */
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/**
 * The size of a picture.
 *
 * @public
 */
export interface PictureSize {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** How many pixels of the file a CSS pixel is. */
  readonly scale: number;
}

/**
 * What makes PDF files.
 *
 * @public
 */
export interface PdfTools {
  createDocument(options: {
    readonly orientation: 'portrait' | 'landscape';
    readonly unit: 'pt';
    readonly format: 'a4';
    readonly compress: boolean;
  }): jsPDF;
  /** Draws the text of an `<svg>` onto the current page of a document, at the size of the page in points. */
  drawSvg(pdf: jsPDF, svg: string, size: { readonly width: number; readonly height: number }): Promise<void>;
}

/**
 * What exporting needs of the place that it runs in: a browser, or Node.
 *
 * @public
 */
export interface ExportPlatform {
  /** Makes a PNG file of a picture. */
  rasterize(svg: string, size: PictureSize, signal?: AbortSignal): Promise<Uint8Array>;
  loadPdfTools(): Promise<PdfTools>;
  /**
   * Loads fonts to embed. Left out, or answered with nothing: characters that the fonts of PDF readers lack are replaced,
   * and the file says so.
   */
  loadFonts?(): Promise<ExportFonts | undefined>;
  /**
   * Takes a picture of a widget that has no `Svg`, as it stands on the screen: a `data:` address of a PNG file. Left out,
   * or answered with nothing: the file says that there is none.
   */
  pictureWidget?(widgetId: string): Promise<string | undefined>;
}
