import type { ReactElement } from 'react';
import { LineIcon } from '../provider/LineIcon.tsx';

const paths = {
  bell: 'M8 2.25a4 4 0 0 0-4 4c0 3.5-1.25 4.75-1.25 4.75h10.5S12 9.75 12 6.25a4 4 0 0 0-4-4M6.75 13.25a1.4 1.4 0 0 0 2.5 0',
  bellOff:
    'M5.2 3.4A4 4 0 0 1 12 6.25c0 1.5.23 2.6.5 3.4M4 6.5C3.9 9.8 2.75 11 2.75 11h8.2M6.75 13.25a1.4 1.4 0 0 0 2.5 0M2.5 2.5l11 11',
  channel: 'M2.5 4h11v8h-11zM2.5 4.5 8 8.75l5.5-4.25',
  check: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5M5.5 8.25l1.75 1.75L10.75 6.25',
  close: 'M4 4l8 8M12 4l-8 8',
  edit: 'M3 13l.6-2.6 7.3-7.3a1.2 1.2 0 0 1 1.7 0l.3.3a1.2 1.2 0 0 1 0 1.7L5.6 12.4zM9.7 4.3l2 2',
  eye: 'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8M8 6.25a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 0 0 0-3.5',
  firing:
    'M8.4 1.9c.4 2.4 3.9 3.7 3.9 7.4a4.3 4.3 0 0 1-8.6 0c0-1.7.8-2.9 1.7-3.7.2 1.3.8 1.9 1.4 2.1C6.5 5.5 7 3.3 8.4 1.9',
  link: 'M9.5 3h3.5v3.5M13 3 7.5 8.5M11.5 9.5V13H3V4.5h3.5',
  note: 'M2.75 3h10.5v7.5H8L5 13.25V10.5H2.75z',
  pending: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5M8 4.75V8l2.25 1.5',
  plus: 'M8 3.5v9M3.5 8h9',
  search: 'M7 2.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 0 0 0-8.5M10.25 10.25 13.5 13.5',
  shield: 'M8 2 13 3.75v3.5c0 3-2 5.25-5 6.75-3-1.5-5-3.75-5-6.75v-3.5z',
  trash: 'M3 4.5h10M6.25 4.5V2.75h3.5V4.5M4.25 4.5l.6 8.75h6.3l.6-8.75M6.75 7v4M9.25 7v4',
  user: 'M8 2.75a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5M3 13.5c.4-2.6 2.3-3.75 5-3.75s4.6 1.15 5 3.75',
} as const;

/** The name of a {@link PanelIcon}. */
export type PanelIconName = keyof typeof paths;

/** Draws a line icon of 16 px for panels. It says nothing to screen readers: its neighbour does. */
export function PanelIcon({ name }: { readonly name: PanelIconName }): ReactElement {
  return <LineIcon path={paths[name]} />;
}
