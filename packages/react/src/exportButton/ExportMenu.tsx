import type { ExportFormat } from '@glasspane/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { formatChoices } from './exportFormats.ts';

interface ExportMenuProps {
  readonly formats: readonly ExportFormat[];
  readonly isDark: boolean;
  onDarkChange(isDark: boolean): void;
  onChoose(format: ExportFormat): void;
}

/** The formats to choose from, and the look of pictures. Arrow keys move through it. */
export function ExportMenu({ formats, isDark, onDarkChange, onChoose }: ExportMenuProps): ReactElement {
  const choices = formatChoices.filter(({ format }) => formats.includes(format));
  const hasPictures = choices.some(({ format }) => format === 'pdf' || format === 'png' || format === 'svg');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu around it is what has the role
    <div className="gp-export-menu" onKeyDown={moveFocus}>
      {choices.map(({ format, label, hint }, index) => (
        <button
          key={format}
          type="button"
          role="menuitem"
          className="gp-export-choice"
          tabIndex={index === 0 ? 0 : -1}
          data-gp-focus={index === 0 || undefined}
          onClick={() => onChoose(format)}
        >
          <span className="gp-export-label">{label}</span> <span className="gp-export-hint">{hint}</span>
        </button>
      ))}
      {hasPictures && (
        <button
          type="button"
          role="menuitemcheckbox"
          aria-checked={isDark}
          className="gp-export-choice gp-export-look"
          tabIndex={-1}
          onClick={() => onDarkChange(!isDark)}
        >
          <span className="gp-export-check" aria-hidden="true">
            {isDark ? '✓' : ''}
          </span>{' '}
          Dark background
        </button>
      )}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}
