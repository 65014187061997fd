import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';
import type { FieldControlProps } from './Field.tsx';

/** Props of {@link SelectInput}. */
export interface SelectInputProps<TValue extends string> {
  /** Its name, where it stands outside of a field. */
  readonly label?: string | undefined;
  /** What the field around it gives. */
  readonly control?: FieldControlProps | undefined;
  readonly value: TValue;
  /** Value and text of each choice. */
  readonly choices: readonly (readonly [value: TValue, text: string])[];
  onChange(value: TValue): void;
}

/** A list of choices to open. */
export function SelectInput<TValue extends string>(props: SelectInputProps<TValue>): ReactElement {
  return (
    <span className="gp-select-box">
      <select
        {...props.control}
        className="gp-select"
        aria-label={props.label}
        value={props.value}
        onChange={(event) => {
          const chosen = props.choices.find(([value]) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChange(chosen[0]);
        }}
      >
        {props.choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
