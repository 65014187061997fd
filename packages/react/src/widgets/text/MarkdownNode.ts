/** A piece of text within a block. */
export type InlineNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'strong' | 'emphasis' | 'strike'; readonly children: readonly InlineNode[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly InlineNode[] };

/** Where the texts of a column stand. */
export type TableAlign = 'start' | 'center' | 'end';

/** A block of a markdown text. */
export type BlockNode =
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly InlineNode[] }
  | { readonly type: 'paragraph'; readonly children: readonly InlineNode[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }
  | {
      readonly type: 'table';
      /** One for each column. */
      readonly aligns: readonly TableAlign[];
      readonly head: readonly (readonly InlineNode[])[];
      /** Each with as many cells as the head. */
      readonly rows: readonly (readonly (readonly InlineNode[])[])[];
    }
  | { readonly type: 'quote'; readonly children: readonly BlockNode[] }
  | { readonly type: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly BlockNode[])[] };
