import * as z from 'zod/mini';

/**
 * How an override's `style` draws a column of a table.
 *
 * @public
 */
export interface TableColumnStyle {
  /** In pixels. Left out: as wide as its texts. */
  readonly width?: number | undefined;
  /** Left out: numbers at the end, others at the start. */
  readonly alignment?: 'start' | 'center' | 'end' | undefined;
  /** Leaves the column out. */
  readonly isHidden?: boolean | undefined;
  /**
   * How the cells are drawn. `color-text` and `color-background` take the colour of threshold, mapping or scale, `badge` as
   * well; `bar` is as long as the value between min and max; `sparkline` is for courses; `link` for values with links.
   */
  readonly cell?: TableCellKind | undefined;
}

/**
 * The ways to draw a cell of a table.
 *
 * @public
 */
export type TableCellKind = 'text' | 'color-text' | 'color-background' | 'bar' | 'sparkline' | 'link' | 'badge';

const parts = {
  width: z.number().check(z.minimum(24), z.maximum(2000)),
  alignment: z.enum(['start', 'center', 'end']),
  isHidden: z.boolean(),
  cell: z.enum(['text', 'color-text', 'color-background', 'bar', 'sparkline', 'link', 'badge']),
};

/** Returns what a table knows of a style; what it does not know, or does not understand, is as if it were not there. */
export function tableColumnStyle(style: Readonly<Record<string, unknown>> | undefined): TableColumnStyle {
  const read = <TValue>(name: keyof typeof parts, schema: z.ZodMiniType<TValue>): TValue | undefined =>
    schema.safeParse(style?.[name], { jitless: true }).data;
  return {
    width: read('width', parts.width),
    alignment: read('alignment', parts.alignment),
    isHidden: read('isHidden', parts.isHidden),
    cell: read('cell', parts.cell),
  };
}
