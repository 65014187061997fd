import type { ExportFonts, ExportPlatform } from '../ExportPlatform.ts';
import { loadPdfTools } from './loadPdfTools.ts';
import { pictureElement } from './pictureElement.ts';
import { rasterizeSvg } from './rasterizeSvg.ts';

/**
 * Options of {@link createBrowserPlatform}.
 *
 * @public
 */
export interface BrowserPlatformOptions {
  /**
   * Loads fonts to embed in documents, when a text has characters beyond those of Western European languages. Left out:
   * such characters show as `?`, and the document says so.
   */
  readonly fonts?: (() => Promise<ExportFonts | undefined>) | undefined;
  /** Finds the element that shows a widget, for pictures of widgets that have no `Svg`. */
  readonly findWidget?: ((widgetId: string) => HTMLElement | null | undefined) | undefined;
}

/**
 * Makes the platform for exports in a browser. What makes PDF files and pictures of elements is loaded when it is first
 * needed.
 *
 * @public
 */
export function createBrowserPlatform(options: BrowserPlatformOptions = {}): ExportPlatform {
  const { fonts, findWidget } = options;
  return {
    rasterize: rasterizeSvg,
    loadPdfTools,
    ...(fonts === undefined ? {} : { loadFonts: fonts }),
    async pictureWidget(widgetId) {
      const element = findWidget?.(widgetId);
      return element === null || element === undefined ? undefined : pictureElement(element);
    },
  };
}
