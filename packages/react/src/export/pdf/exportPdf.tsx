import type { ExportProgress } from '../ExportOptions.ts';
import type { ExportScene } from '../ExportScene.ts';
import { gridBoxes, type WidgetBox } from '../layout/gridBoxes.ts';
import { paginate } from '../layout/paginate.ts';
import { drawWidgets, place, sheet } from '../svg/drawPicture.tsx';
import type { DrawContext } from '../svg/drawWidget.tsx';
import { FOOTER_HEIGHT, headHeight, PageFoot, PageHead, SMALL_HEAD_HEIGHT, SmallPageHead } from '../svg/PageFrame.tsx';
import { type PageSize, pageSize } from './pageSize.ts';
import { renderPdf } from './renderPdf.ts';

/** What a document is made with. */
export interface ExportPdfOptions {
  readonly context: DrawContext;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly onNotice: (message: string) => void;
}

/** Lays a dashboard out on pages of paper, and makes a document of them. */
export async function exportPdf({ context, signal, onProgress, onNotice }: ExportPdfOptions): Promise<Uint8Array> {
  const { scene, platform } = context;
  const { page, sheets } = layOutDocument(scene);
  const total = scene.dashboard.widgets.length;
  let done = 0;
  const onDrawn = (): void => {
    done += 1;
    onProgress({ phase: 'drawing', done: Math.min(done, total), total });
  };
  return renderPdf({
    platform,
    page,
    title: scene.title,
    dashboard: scene.dashboard,
    generatedAtMs: scene.generatedAtMs,
    signal,
    pageCount: sheets.length,
    drawPage: (index, note) =>
      drawPage(sheets[index] ?? [], { page, index, pageCount: sheets.length, note, context, onDrawn }),
    onPage: (drawn) => onProgress({ phase: 'writing', done: drawn, total: sheets.length }),
    onNotice,
  });
}

/** Text of 13 pixels is of 8.6 points at first, which reads well on paper; at last of 7.3, which still does. */
const POINTS_PER_PIXEL = [0.66, 0.6, 0.56];

interface DocumentLayout {
  readonly page: PageSize;
  readonly sheets: readonly (readonly WidgetBox[])[];
}

/** Lays the widgets out on as few pages as possible, and as large as these allow. */
function layOutDocument(scene: ExportScene): DocumentLayout {
  const layouts = POINTS_PER_PIXEL.map((scale) => layOutAt(scene, scale));
  const fewest = Math.min(...layouts.map(({ sheets }) => sheets.length));
  return layouts.find(({ sheets }) => sheets.length === fewest) ?? layOutAt(scene, 0.66);
}

function layOutAt(scene: ExportScene, pointsPerPixel: number): DocumentLayout {
  const page = pageSize(scene.dashboard.widgets, pointsPerPixel);
  const width = page.width - page.margin * 2;
  const room = page.height - page.margin * 2 - FOOTER_HEIGHT;
  const boxes = gridBoxes(scene.dashboard.widgets, width);
  const pages = paginate(boxes, { first: room - headHeight(scene, width), other: room - SMALL_HEAD_HEIGHT });
  // An empty dashboard still has a page, which says whose it is.
  return { page, sheets: pages.length === 0 ? [[]] : pages };
}

interface PageOptions {
  readonly page: PageSize;
  readonly index: number;
  readonly pageCount: number;
  readonly note: string | undefined;
  readonly context: DrawContext;
  readonly onDrawn: () => void;
}

async function drawPage(boxes: readonly WidgetBox[], options: PageOptions): Promise<string> {
  const { page, index, pageCount, note } = options;
  const { width, height, margin } = page;
  const context = { ...options.context, prefix: `p${index}-` };
  const { scene } = context;
  const inner = width - margin * 2;
  const isFirst = index === 0;
  const top = margin + (isFirst ? headHeight(scene, inner) : SMALL_HEAD_HEIGHT);
  const Head = isFirst ? PageHead : SmallPageHead;
  const pageText = `Page ${index + 1} of ${pageCount}`;
  const foot = <PageFoot scene={scene} width={inner} pageText={pageText} note={note} />;
  const parts = [
    place([margin, margin], <Head scene={scene} width={inner} />, context, 'h'),
    `<g transform="translate(${margin},${top})">${(await drawWidgets(boxes, context, options.onDrawn)).join('')}</g>`,
    place([margin, height - margin - FOOTER_HEIGHT + 4], foot, context, 'f'),
  ];
  return sheet({ width, height, fonts: 'helvetica', title: scene.title }, parts, context);
}
