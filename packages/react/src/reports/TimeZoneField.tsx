import { type ReactElement, useId } from 'react';
import { Field } from '../panels/Field.tsx';
import { useIsServerRendered } from '../provider/useIsServerRendered.ts';

/** Props of {@link TimeZoneField}. */
export interface TimeZoneFieldProps {
  readonly value: string;
  readonly fault: string | undefined;
  onChange(timeZone: string): void;
}

/** Takes a time zone by its IANA name, and helps with those that the browser knows. */
export function TimeZoneField({ value, fault, onChange }: TimeZoneFieldProps): ReactElement {
  const listId = useId();
  // A server may know other zones than the browser.
  const isServerRendered = useIsServerRendered();
  return (
    <Field label="Time zone" fault={fault}>
      {(control) => (
        <>
          <input
            {...control}
            className="gp-input"
            list={listId}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <datalist id={listId}>
            {!isServerRendered &&
              ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => <option key={zone} value={zone} />)}
          </datalist>
        </>
      )}
    </Field>
  );
}
