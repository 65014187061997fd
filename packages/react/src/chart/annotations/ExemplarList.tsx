import type { TimeFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import type { ChartExemplar } from './ChartMarks.ts';
import { MarkerTip } from './MarkerTip.tsx';
import type { PlacedExemplar } from './placeExemplars.ts';
import { useRovingFocus } from './useRovingFocus.ts';

const MAX_LABELS = 12;

interface ExemplarListProps {
  readonly placed: readonly PlacedExemplar[];
  readonly times: TimeFormatter;
}

/** What the diamonds of exemplars say, on hover, on focus and to screen readers, and where they lead. */
export function ExemplarList({ placed, times }: ExemplarListProps): ReactElement {
  const roving = useRovingFocus(placed.length);
  return (
    <ul className="gp-markers" aria-label="Exemplars" onKeyDown={roving.onKeyDown}>
      {placed.map(({ exemplar, x, y }, index) => (
        <MarkerTip
          key={exemplar.key}
          label={sentence(exemplar, times)}
          x={x}
          y={y}
          className="gp-exemplar-button"
          isTabStop={roving.isTabStop(index)}
          buttonRef={roving.refOf(index)}
          onFocus={() => roving.onFocus(index)}
        >
          <div className="gp-marker-time">{times.format(exemplar.timeMs)}</div>
          <div>
            {exemplar.name}: <strong>{exemplar.text}</strong>
          </div>
          <dl className="gp-marker-labels">
            {Object.entries(exemplar.labels)
              .slice(0, MAX_LABELS)
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          {exemplar.links.map(({ title, url, isNewTab }) => (
            <a key={url} href={url} {...(isNewTab ? { target: '_blank', rel: 'noopener noreferrer' } : undefined)}>
              {title}
            </a>
          ))}
        </MarkerTip>
      ))}
    </ul>
  );
}

function sentence({ name, text, timeMs, labels }: ChartExemplar, times: TimeFormatter): string {
  const known = Object.entries(labels)
    .slice(0, MAX_LABELS)
    .map(([label, value]) => `${label} ${value}`);
  return [`Exemplar of ${name}`, text, times.format(timeMs), ...known].join(', ');
}
