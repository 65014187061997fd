import { type ReactElement, type ReactNode, useId } from 'react';

/** What a control of a field takes: spread it over the control. */
export interface FieldControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** Props of {@link Field}. */
export interface FieldProps {
  readonly label: string;
  /** What to write, below the control. */
  readonly hint?: ReactNode;
  /** What is wrong with what was written, and how to mend it. */
  readonly fault?: string | undefined;
  readonly isOptional?: boolean | undefined;
  children(control: FieldControlProps): ReactNode;
}

/** A labelled control of a form with its hint and its fault. */
export function Field({ label, hint, fault, isOptional = false, children }: FieldProps): ReactElement {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const faultId = fault === undefined ? undefined : `${id}-fault`;
  const describedBy = [faultId, hintId].filter((part) => part !== undefined).join(' ');
  return (
    <div className="gp-field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="gp-field-optional"> optional</span>}
      </label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': describedBy || undefined })}
      {fault !== undefined && (
        <p id={faultId} className="gp-field-fault">
          {fault}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className="gp-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
