import type { ReactElement } from 'react';
import { LineIcon } from './LineIcon.tsx';

const paths = {
  calendar: 'M3 4.5h10v8.5H3zM3 7h10M5.5 2.5v3M10.5 2.5v3',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  close: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  clock: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5M8 4.75V8l2.25 1.5',
  download: 'M8 2.5V10M4.75 7 8 10.25 11.25 7M3 13.25h10',
  empty: 'M2.5 13.5v-11M2.5 13.5h11M5 10.5h.01M7.5 10.5h.01M10 10.5h.01M12.5 10.5h.01',
  error: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5M8 5v3.5M8 11h.01',
  info: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5M8 7.5V11M8 5h.01',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.25v9.5L12.5 8z',
  plug: 'M6 2.5V5M10 2.5V5M4.5 5h7v2.5a3.5 3.5 0 0 1-7 0zM8 11v2.5',
  undo: 'M3 3.25v3.5h3.5M3 6.75a5.25 5.25 0 1 1-.1 3',
  refresh: 'M13 3v3.5H9.5M13 6.5A5.25 5.25 0 1 0 13.1 9.5',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6',
  chart: 'M2.5 2.5v11h11M5 10l2.5-3 2 1.5L13 4.5',
  warning: 'M8 2.75 14 13H2zM8 6.75V9.5M8 11.25h.01',
} as const;

/** The name of an {@link Icon}. */
export type IconName = keyof typeof paths;

/** Draws a line icon of 16 px in the colour of its text. It says nothing to screen readers: its neighbour does. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return <LineIcon path={paths[name]} />;
}
