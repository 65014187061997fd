import type { CSSProperties, ReactElement } from 'react';
import type { SeriesDelta } from '../tiles/seriesDelta.ts';
import type { StatTileLayout } from './statTileLayout.ts';

interface StatDeltaProps {
  readonly delta: SeriesDelta;
  readonly layout: StatTileLayout;
}

/** How a value has changed since an earlier time; read aloud in words, also where there is no room to show it. */
export function StatDelta({ delta, layout }: StatDeltaProps): ReactElement {
  const { deltaHeight, deltaSize, hasSince } = layout;
  return (
    <>
      {deltaHeight === 0 ? null : (
        <div
          className="gp-stat-delta"
          aria-hidden="true"
          style={{ fontSize: deltaSize, lineHeight: `${deltaHeight}px` }}
        >
          <bdi className="gp-stat-change" style={{ '--gp-delta-color': delta.color } as CSSProperties}>
            {delta.text}
          </bdi>
          {hasSince ? <span> {delta.since}</span> : null}
        </div>
      )}
      <div className="gp-visually-hidden">{delta.words}</div>
    </>
  );
}
