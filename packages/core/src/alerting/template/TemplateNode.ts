/** Where a node begins in the text of its template. */
interface Placed {
  readonly at: number;
  /** The node as it is written, for error messages. */
  readonly source: string;
}

/** Something that has a value. */
export type Operand = Placed &
  (
    | { readonly type: 'literal'; readonly value: string | number | bigint | boolean | null }
    | { readonly type: 'dot' }
    | { readonly type: 'field'; readonly path: readonly string[] }
    | { readonly type: 'variable'; readonly name: string; readonly path: readonly string[] }
    | { readonly type: 'function'; readonly name: string }
    | { readonly type: 'pipeline'; readonly pipeline: Pipeline; readonly path: readonly string[] }
  );

/** An operand, or a function and its arguments. */
export interface Command extends Placed {
  readonly operands: readonly [Operand, ...Operand[]];
}

/** Commands, each the last argument of the next. */
export interface Pipeline extends Placed {
  /** The variables that get the value, without `$`: one, or two in `range`. */
  readonly variables: readonly string[];
  readonly isAssignment: boolean;
  readonly commands: readonly Command[];
}

export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly type: 'break' | 'continue' }
  | {
      readonly type: 'template';
      readonly name: string;
      readonly pipeline: Pipeline | undefined;
      readonly at: number;
      readonly source: string;
    };

/** A template that was parsed, ready to be filled in again and again. */
export interface Template {
  readonly source: string;
  readonly nodes: readonly TemplateNode[];
  /** What `{{ define "name" }}` sets aside. */
  readonly definitions: ReadonlyMap<string, readonly TemplateNode[]>;
}
