import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { CancelledError, GlasspaneError } from '@glasspane/core';
import type { ExportFonts, ExportPlatform, PdfTools, PictureSize } from '@glasspane/react/export';
import { loadNodePdfTools } from './loadNodePdfTools.ts';

/**
 * Makes the platform for exports in Node: no browser, no fonts of the system. What it stands on is loaded at the first
 * export; keep it and use it again.
 *
 * @public
 */
export function createNodePlatform(): ExportPlatform {
  let tools: Promise<PdfTools> | undefined;
  let fonts: Promise<ExportFonts> | undefined;
  return {
    rasterize,
    loadPdfTools() {
      tools ??= loadNodePdfTools();
      return tools;
    },
    loadFonts() {
      fonts ??= readFonts();
      return fonts;
    },
  };
}

const FAMILY = 'DejaVu Sans';
/** Below it nothing could be read. */
const MIN_SCALE = 0.5;

async function readFonts(): Promise<ExportFonts> {
  const [regular, bold] = await Promise.all([readFile(fontFile('Sans')), readFile(fontFile('Sans-Bold'))]);
  return { family: FAMILY, regular, bold };
}

function fontFile(name: string): string {
  return createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);
}

/** Four bytes of memory each, while the picture is drawn. */
const MAX_PIXELS = 40_000_000;

async function rasterize(svg: string, size: PictureSize, signal?: AbortSignal): Promise<Uint8Array> {
  const scale = Math.min(size.scale, Math.sqrt(MAX_PIXELS / (size.width * size.height)));
  if (scale < MIN_SCALE) {
    throw new GlasspaneError('invalid', 'The dashboard is too tall for one picture; export it as PDF, or divide it.');
  }
  const { renderAsync } = await import('@resvg/resvg-js');
  const fontFiles = ['Sans', 'Sans-Bold', 'Sans-Oblique', 'SansMono', 'SansMono-Bold'].map(fontFile);
  const options = {
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
      monospaceFamily: 'DejaVu Sans Mono',
    },
    fitTo: { mode: 'zoom', value: scale },
  } as const;
  try {
    const image = await renderAsync(svg, options, signal);
    return new Uint8Array(image.asPng());
  } catch (error) {
    if (signal?.aborted === true) throw new CancelledError(error);
    throw error;
  }
}
