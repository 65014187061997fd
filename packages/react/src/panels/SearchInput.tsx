import type { ReactElement } from 'react';
import { PanelIcon } from './PanelIcon.tsx';

/** Props of {@link SearchInput}. */
export interface SearchInputProps {
  /** What it filters: its name and its placeholder. */
  readonly label: string;
  readonly value: string;
  onChange(text: string): void;
}

/** Takes words to filter by. */
export function SearchInput({ label, value, onChange }: SearchInputProps): ReactElement {
  return (
    <span className="gp-search">
      <PanelIcon name="search" />
      <input
        type="search"
        className="gp-input"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </span>
  );
}
