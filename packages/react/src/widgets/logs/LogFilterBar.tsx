import type { AbsoluteTimeRange, Backend } from '@glasspane/core';
import { type ReactElement, useId } from 'react';
import { PanelIcon } from '../../panels/PanelIcon.tsx';
import { SearchInput } from '../../panels/SearchInput.tsx';
import { LogLabelPicker } from './LogLabelPicker.tsx';
import type { UseLogFilterResult } from './useLogFilter.ts';

/** Props of {@link LogFilterBar}. */
export interface LogFilterBarProps {
  readonly backend: Backend;
  readonly range: AbsoluteTimeRange | undefined;
  readonly filter: UseLogFilterResult;
  /** What is wrong with the text. */
  readonly problem: string | undefined;
}

/** Narrows lines down by a text and by labels. */
export function LogFilterBar({ backend, range, filter, problem }: LogFilterBarProps): ReactElement {
  const problemId = useId();
  const { text, isRegex, labels } = filter.filter;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, and its legend would show
    <div className="gp-logs-filter" role="group" aria-label="Filter" aria-describedby={problem && problemId}>
      <SearchInput label={isRegex ? 'Line matches' : 'Line contains'} value={text} onChange={filter.setText} />
      <button
        type="button"
        className="gp-button gp-logs-toggle"
        data-size="small"
        aria-pressed={isRegex}
        aria-label="Regular expression"
        title="Take the text for a regular expression (RE2)"
        onClick={() => filter.setIsRegex(!isRegex)}
      >
        .*
      </button>
      <LogLabelPicker backend={backend} range={range} onPick={filter.addLabel} />
      {labels.length > 0 && (
        <ul className="gp-logs-chosen" aria-label="Chosen labels">
          {labels.map(({ name, value }) => (
            <li key={name}>
              <button
                type="button"
                className="gp-button"
                data-size="small"
                aria-label={`Remove the filter ${name} = ${value}`}
                onClick={() => filter.removeLabel(name)}
              >
                <span className="gp-logs-chosen-text">
                  {name} = <bdi>{value}</bdi>
                </span>
                <PanelIcon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem !== undefined && (
        <p id={problemId} className="gp-logs-problem" role="alert">
          This is no regular expression: {problem}
        </p>
      )}
    </div>
  );
}
