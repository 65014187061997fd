import type { ReactElement, ReactNode, RefObject } from 'react';
import { NOTE_HEIGHT } from '../../drawing/SvgNote.tsx';

/** Props of {@link MarkFigure}. */
export interface MarkFigureProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** One sentence: what the picture shows, for people who do not see it. */
  readonly sentence: string;
  readonly picture: ReactNode;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** What lies behind the picture: pixels. */
  readonly backdrop?: ReactNode;
  readonly svg?: RefObject<SVGSVGElement | null> | undefined;
  /** What lies over the picture and answers to pointer and keyboard. */
  readonly interaction?: ReactNode;
  /** What is left out. */
  readonly note?: string | undefined;
  readonly legend?: ReactNode;
  readonly placement?: 'below' | 'right' | 'none' | undefined;
  readonly table: ReactNode;
}

/** Returns how much of the height a note takes. */
export function noteHeight(note: string | undefined, height: number): number {
  return note !== undefined && height > 60 ? NOTE_HEIGHT : 0;
}

/** A picture of marks with its note, its legend, and the same as a table for people who do not see it. */
export function MarkFigure(props: MarkFigureProps): ReactElement {
  const { width, height, title, pictureWidth, pictureHeight, note } = props;
  return (
    <figure
      className={`gp-chart gp-chart-legend-${props.placement ?? 'none'}`}
      style={{ width, height }}
      aria-label={title}
    >
      <div>
        <div className="gp-chart-plot" style={{ width: pictureWidth, height: pictureHeight }}>
          {props.backdrop}
          <svg
            ref={props.svg}
            className="gp-chart-svg"
            xmlns="http://www.w3.org/2000/svg"
            width={pictureWidth}
            height={pictureHeight}
            viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
            role="img"
            aria-label={`${title}: ${props.sentence}`}
          >
            {props.picture}
          </svg>
          {props.interaction}
        </div>
        {note === undefined ? null : (
          <p className={noteHeight(note, height) > 0 ? 'gp-chart-note' : 'gp-visually-hidden'}>{note}</p>
        )}
      </div>
      {props.legend}
      {props.table}
    </figure>
  );
}
