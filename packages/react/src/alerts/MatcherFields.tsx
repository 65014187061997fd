import type { ReactElement } from 'react';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { type MatcherDraft, matcherOperators } from './matcherDrafts.ts';

/** Props of {@link MatcherFields}. */
export interface MatcherFieldsProps {
  readonly legend: string;
  readonly matchers: readonly MatcherDraft[];
  readonly fault?: string | undefined;
  onChange(matchers: readonly MatcherDraft[]): void;
}

/** Takes matchers, one a line: label, operator, value. */
export function MatcherFields({ legend, matchers, fault, onChange }: MatcherFieldsProps): ReactElement {
  const edit = (index: number, change: Partial<MatcherDraft>): void =>
    onChange(matchers.map((matcher, at) => (at === index ? { ...matcher, ...change } : matcher)));
  const add = (): void =>
    onChange([
      ...matchers,
      { key: Math.max(-1, ...matchers.map(({ key }) => key)) + 1, name: '', operator: '=', value: '' },
    ]);
  return (
    <fieldset className="gp-fieldset">
      <legend>{legend}</legend>
      {fault !== undefined && <p className="gp-field-fault">{fault}</p>}
      {matchers.map((matcher, index) => (
        <div key={matcher.key} className="gp-matcher">
          <input
            className="gp-input"
            aria-label={`Label ${index + 1}`}
            placeholder="label"
            autoComplete="off"
            spellCheck={false}
            value={matcher.name}
            onChange={(event) => edit(index, { name: event.currentTarget.value })}
          />
          <SelectInput
            label={`Operator ${index + 1}`}
            value={matcher.operator}
            choices={matcherOperators}
            onChange={(operator) => edit(index, { operator })}
          />
          <input
            className="gp-input"
            aria-label={`Value ${index + 1}`}
            placeholder="value"
            autoComplete="off"
            spellCheck={false}
            value={matcher.value}
            onChange={(event) => edit(index, { value: event.currentTarget.value })}
          />
          <button
            type="button"
            className="gp-icon-button"
            aria-label={`Remove the matcher ${matcher.name === '' ? index + 1 : `of ${matcher.name}`}`}
            onClick={() => onChange(matchers.filter((_, at) => at !== index))}
          >
            <PanelIcon name="close" />
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="gp-button" data-size="small" onClick={add}>
          <PanelIcon name="plus" />
          Add a matcher
        </button>
      </div>
    </fieldset>
  );
}
