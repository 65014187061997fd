import type { ReactElement, ReactNode } from 'react';
import { Field } from './Field.tsx';

/** Props of {@link TextField}. */
export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isOptional?: boolean | undefined;
  /** How many lines; left out: one. */
  readonly rows?: number | undefined;
  readonly isCode?: boolean | undefined;
  /** The id of a list of suggestions. */
  readonly list?: string | undefined;
  onChange(text: string): void;
}

/** A labelled text to write. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, hint, fault, isOptional, value, placeholder, rows, isCode = false, list } = props;
  return (
    <Field label={label} hint={hint} fault={fault} isOptional={isOptional}>
      {(control) => {
        const common = {
          ...control,
          className: 'gp-input',
          value,
          placeholder,
          autoComplete: 'off',
          spellCheck: !isCode,
          'data-mono': isCode || undefined,
        };
        return rows === undefined ? (
          <input {...common} list={list} onChange={(event) => props.onChange(event.currentTarget.value)} />
        ) : (
          <textarea {...common} rows={rows} onChange={(event) => props.onChange(event.currentTarget.value)} />
        );
      }}
    </Field>
  );
}
