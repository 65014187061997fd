import type { CSSProperties, ReactNode } from 'react';

/** A column of a {@link VirtualTable}. */
export interface VirtualColumn {
  readonly key: string;
  readonly title: string;
  /** In pixels. Left out: as wide as its head and its first rows need. */
  readonly width?: number | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  /** Stays in sight at the end while the others scroll below it; for the last column. */
  readonly isSticky?: boolean | undefined;
  /** Left out where the rows are not sorted by it. */
  readonly sort?: VirtualSort | undefined;
}

/** How the rows are sorted by a column. */
export interface VirtualSort {
  readonly direction: 'ascending' | 'descending';
  /** 1 for the column that counts first; left out where there is no other. */
  readonly place?: number | undefined;
}

/** A cell of a {@link VirtualTable}. */
export interface VirtualCell {
  /** What is copied, and shown where there is no `content`. */
  readonly text: string;
  /** What is shown instead of the text; where it holds links, they are to be reached with Tab only while the cell is active. */
  readonly content?: ReactNode | ((isActive: boolean) => ReactNode);
  /** What a pointer that rests on it is told. */
  readonly title?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
}
