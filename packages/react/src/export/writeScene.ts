import type { ExportedFile, ExportFormat } from '@glasspane/core';
import type { ExportDashboardOptions } from './ExportOptions.ts';
import type { ExportScene } from './ExportScene.ts';
import { exportFileName } from './exportFileName.ts';
import { gridBoxes } from './layout/gridBoxes.ts';
import { exportPdf } from './pdf/exportPdf.tsx';
import { drawPicture } from './svg/drawPicture.tsx';
import type { DrawContext } from './svg/drawWidget.tsx';
import { loadRenderMarkup } from './svg/loadRenderMarkup.ts';
import { dashboardCsv, widgetCsv } from './table/sceneCsv.ts';
import { sceneJson } from './table/sceneJson.ts';

/** What a scene is written as. */
export interface WriteOptions {
  readonly options: ExportDashboardOptions;
  readonly signal: AbortSignal;
  /** The width of the grid in a picture, in pixels. */
  readonly gridWidth: number;
  /** The widget that the file is of; left out: all of the dashboard. */
  readonly widgetId?: string | undefined;
  /** What the file is named after. */
  readonly names: readonly string[];
}

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/** How many pixels of a PNG file a CSS pixel is: sharp on fine screens and on paper. */
const PNG_SCALE = 2;

/** Writes what was asked into a file. */
export async function writeScene(scene: ExportScene, write: WriteOptions): Promise<ExportedFile> {
  const { format } = write.options;
  const bytes = await bytesOf(scene, write);
  write.signal.throwIfAborted();
  const fileName = exportFileName(write.names, scene.generatedAtMs, format);
  return { fileName, contentType: CONTENT_TYPES[format], bytes };
}

async function bytesOf(scene: ExportScene, write: WriteOptions): Promise<Uint8Array> {
  switch (write.options.format) {
    case 'csv':
      return encode(write.widgetId === undefined ? dashboardCsv(scene) : widgetCsv(scene, write.widgetId));
    case 'json':
      return encode(sceneJson(scene));
    case 'pdf':
      return writePdf(scene, write);
    case 'png':
    case 'svg':
      return writePicture(scene, write);
  }
}

async function writePdf(scene: ExportScene, { options, signal }: WriteOptions): Promise<Uint8Array> {
  return exportPdf({
    context: await drawContext(scene, options),
    signal,
    onProgress: (progress) => {
      signal.throwIfAborted();
      options.onProgress?.(progress);
    },
    onNotice: (message) => options.onNotice?.(message),
  });
}

async function writePicture(scene: ExportScene, write: WriteOptions): Promise<Uint8Array> {
  const { options, signal, gridWidth } = write;
  const boxes = gridBoxes(scene.dashboard.widgets, gridWidth);
  let done = 0;
  const onDrawn = (): void => {
    signal.throwIfAborted();
    done += 1;
    options.onProgress?.({ phase: 'drawing', done, total: boxes.length });
  };
  const { svg, width, height } = await drawPicture(boxes, gridWidth, await drawContext(scene, options), onDrawn);
  if (options.format === 'svg') return encode(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`);
  options.onProgress?.({ phase: 'writing', done: 0, total: 1 });
  return options.platform.rasterize(svg, { width, height, scale: PNG_SCALE }, signal);
}

async function drawContext(scene: ExportScene, { platform }: ExportDashboardOptions): Promise<DrawContext> {
  return { scene, platform, render: await loadRenderMarkup(), prefix: 'gp-' };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
