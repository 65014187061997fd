import type { FormattedValue } from '@glasspane/core';
import type { ReactElement } from 'react';

/** A value with its unit smaller than its number. Read aloud, it is one text. */
export function FormattedText({ value }: { readonly value: FormattedValue }): ReactElement {
  return (
    <span className="gp-value" dir="ltr">
      {value.prefix === '' ? null : <span className="gp-value-unit">{value.prefix}</span>}
      <span>{value.number}</span>
      {value.suffix === '' ? null : <span className="gp-value-unit">{unitText(value)}</span>}
    </span>
  );
}

// As the whole text has it: `5 %` in one language is `5%` in another.
function unitText({ text, prefix, number, suffix }: FormattedValue): string {
  const isSpaced = text.length > prefix.length + number.length + suffix.length;
  return isSpaced ? `\u00a0${suffix}` : suffix;
}
