import type { Backend, Clock } from '@glasspane/core';
import type { QueryClient } from '@tanstack/react-query';
import type { Theme } from '../provider/GlasspaneRoot.tsx';

/**
 * What every panel takes. A panel needs no provider around it.
 *
 * @public
 */
export interface PanelProps {
  /** Where the data comes from. Make it once, outside of the component: each new one starts with an empty cache. */
  readonly backend: Backend;
  /** What stands above the panel. Left out: what it shows; `null`: nothing. */
  readonly heading?: string | null | undefined;
  /**
   * The level of the panel's heading on the page.
   *
   * @defaultValue 2
   */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | undefined;
  /**
   * How often to ask again while the tab is shown, in milliseconds; 0 means never.
   *
   * @defaultValue 5000
   */
  readonly refreshIntervalMs?: number | undefined;
  /**
   * The look.
   *
   * @defaultValue 'auto'
   */
  readonly theme?: Theme | undefined;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  /** The TanStack client to cache in. Left out: the one in context, else one of this instance. */
  readonly queryClient?: QueryClient | undefined;
  /** The time; left out: the browser's. */
  readonly clock?: Clock | undefined;
}
