import { type ReactElement, type ReactNode, useState } from 'react';
import { type FormatterPool, FormatterPoolContext } from '../chart/useFormatters.ts';

/**
 * The look of a component: `auto` follows the viewer's system.
 *
 * @public
 */
export type Theme = 'light' | 'dark' | 'auto';

/** Props of {@link GlasspaneRoot}. */
export interface GlasspaneRootProps {
  readonly theme: Theme;
  readonly className: string;
  readonly children: ReactNode;
}

/** The outermost element of each public component: what the stylesheet's custom properties hang on. */
export function GlasspaneRoot({ theme, className, children }: GlasspaneRootProps): ReactElement {
  const [formatters] = useState<FormatterPool>(() => new Map());
  return (
    <div className={`gp-root ${className}`} data-gp-theme={theme}>
      <FormatterPoolContext.Provider value={formatters}>{children}</FormatterPoolContext.Provider>
    </div>
  );
}
