import type { GlasspaneError } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';

/** Props of {@link FormError}. */
export interface FormErrorProps {
  /** What failed, as it stands in a sentence: `The silence was not made`. */
  readonly title: string;
  readonly error: GlasspaneError | undefined;
}

/** Says why a change was not made. Nothing that was written is lost by it. */
export function FormError({ title, error }: FormErrorProps): ReactElement | null {
  if (error === undefined) return null;
  return (
    <div className="gp-panel-note" data-tone="error" role="alert">
      <Icon name="error" />
      <span>
        <strong>{title}.</strong> {error.message}
      </span>
    </div>
  );
}
