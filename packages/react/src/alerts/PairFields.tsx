import type { ReactElement } from 'react';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import type { PairDraft } from './pairDrafts.ts';

/** Props of {@link PairFields}. */
export interface PairFieldsProps {
  readonly legend: string;
  /** What one of them is called: `label`. */
  readonly noun: string;
  readonly pairs: readonly PairDraft[];
  readonly fault?: string | undefined;
  onChange(pairs: readonly PairDraft[]): void;
}

/** Takes names and their texts, one pair a line. */
export function PairFields({ legend, noun, pairs, fault, onChange }: PairFieldsProps): ReactElement {
  const edit = (index: number, change: Partial<PairDraft>): void =>
    onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...change } : pair)));
  const add = (): void =>
    onChange([...pairs, { key: Math.max(-1, ...pairs.map(({ key }) => key)) + 1, name: '', value: '' }]);
  return (
    <fieldset className="gp-fieldset">
      <legend>{legend}</legend>
      {fault !== undefined && <p className="gp-field-fault">{fault}</p>}
      {pairs.map((pair, index) => (
        <div key={pair.key} className="gp-pair">
          {(['name', 'value'] as const).map((part) => (
            <input
              key={part}
              className="gp-input"
              aria-label={`${part === 'name' ? 'Name' : 'Value'} of ${noun} ${index + 1}`}
              placeholder={part}
              autoComplete="off"
              value={pair[part]}
              onChange={(event) => edit(index, { [part]: event.currentTarget.value })}
            />
          ))}
          <button
            type="button"
            className="gp-icon-button"
            aria-label={`Remove the ${noun} ${pair.name === '' ? index + 1 : pair.name}`}
            onClick={() => onChange(pairs.filter((_, at) => at !== index))}
          >
            <PanelIcon name="close" />
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="gp-button" data-size="small" onClick={add}>
          <PanelIcon name="plus" />
          Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
        </button>
      </div>
    </fieldset>
  );
}
