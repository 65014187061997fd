import type { Clock, TimeFormatter, ValueFormatter } from '@glasspane/core';
import { createContext, useContext } from 'react';
import type { Theme } from '../provider/GlasspaneRoot.tsx';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';

/** What the parts of one panel share. */
export interface PanelContextValue {
  readonly clock: Clock;
  readonly theme: Theme;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** Writes moments in the panel's locale and time zone. */
  readonly times: TimeFormatter;
  /** Writes values in the panel's locale. */
  readonly values: ValueFormatter;
  /** The level of the headings inside the panel. */
  readonly headingLevel: HeadingLevel;
  /** How often the panel asks again, in milliseconds; 0 means never. */
  readonly refreshIntervalMs: number;
}

const PanelContext: React.Context<PanelContextValue | undefined> = createContext<PanelContextValue | undefined>(
  undefined,
);

/** Carries one panel to its parts. */
export const PanelProvider: React.Provider<PanelContextValue | undefined> = PanelContext.Provider;

/** Returns the panel around the calling component. */
export function usePanel(): PanelContextValue {
  const value = useContext(PanelContext);
  if (value === undefined) throw new Error('usePanel needs a <Panel> above it; render its component inside one.');
  return value;
}
