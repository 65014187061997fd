import type { ReactElement } from 'react';
import { SvgText } from './SvgText.tsx';

/** The height that a note takes, in pixels. */
export const NOTE_HEIGHT = 18;

/** A small line at the foot of a view: what is left out of it. `y` is its upper edge. */
export function SvgNote(props: { readonly text: string; readonly y: number; readonly width: number }): ReactElement {
  return <SvgText x={0} y={props.y + 13} size={11} color="text-muted" text={props.text} maxWidth={props.width} />;
}
