import type { ReactElement } from 'react';

/** Props of {@link Choices}. */
export interface ChoicesProps<TValue extends string> {
  /** What is chosen: `State`. */
  readonly label: string;
  readonly value: TValue;
  readonly choices: readonly {
    readonly value: TValue;
    readonly text: string;
    /** How many there are of it. */
    readonly count?: number | undefined;
  }[];
  onChange(value: TValue): void;
}

/** A few choices side by side, of which one is on. */
export function Choices<TValue extends string>(props: ChoicesProps<TValue>): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's, and this is no form
    <div className="gp-choices" role="group" aria-label={props.label}>
      {props.choices.map(({ value, text, count }) => (
        <button
          key={value}
          type="button"
          className="gp-choice"
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {text}
          {count !== undefined && (
            <>
              {' '}
              <span className="gp-count">{count}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
