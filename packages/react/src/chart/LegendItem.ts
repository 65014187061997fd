/** What is made of a series, in a column of a legend's table. */
export interface LegendCell {
  readonly number: number | undefined;
  readonly text: string;
}

/** One entry of a legend. */
export interface LegendItem {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** What a list says besides the name, as text. */
  readonly value: string;
  /** One for each column of a table. */
  readonly cells?: readonly LegendCell[] | undefined;
}

/** Which series are shown, and how to change that. */
export interface LegendActions {
  readonly hiddenKeys: ReadonlySet<string>;
  readonly onIsolate: (key: string) => void;
  readonly onToggle: (key: string) => void;
  /** The series that the pointer or the focus is on, or none. */
  readonly onHighlight: (key: string | undefined) => void;
}
