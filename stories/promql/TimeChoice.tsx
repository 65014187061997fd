import { formatDuration } from '@glasspane/promql/syntax';
import { type ReactElement, useId } from 'react';

/** The lengths of range queries that are offered, in milliseconds; 0 stands for an instant query. */
const timeLengths: readonly number[] = [0, 15, 60, 180, 360].map((minutes) => minutes * 60_000);

/** Props of {@link TimeChoice}. */
export interface TimeChoiceProps {
  readonly lengthMs: number;
  readonly stepMs: number;
  /** The end of the sample data. */
  readonly endText: string;
  onChange(lengthMs: number): void;
}

/** Chooses between an instant query and ranges. */
export function TimeChoice({ lengthMs, stepMs, endText, onChange }: TimeChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="pg-time">
      {/* biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in line with its group */}
      <div role="group" aria-labelledby={id} className="pg-time-group">
        <span id={id} className="gp-field-label">
          Evaluate
        </span>
        <span className="gp-choices">
          {timeLengths.map((one) => (
            <button
              key={one}
              type="button"
              className="gp-choice"
              aria-pressed={one === lengthMs}
              onClick={() => onChange(one)}
            >
              {one === 0 ? 'Instant' : formatDuration(one)}
            </button>
          ))}
        </span>
      </div>
      <p className="gp-hint">{lengthMs === 0 ? `At ${endText}` : `Up to ${endText}, step ${formatDuration(stepMs)}`}</p>
    </div>
  );
}
