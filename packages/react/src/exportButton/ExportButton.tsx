import type { ExportedFile, ExportFormat } from '@glasspane/core';
import { type ReactElement, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Popover } from '../controls/Popover.tsx';
import type { ExportFonts } from '../export/ExportPlatform.ts';
import { Icon } from '../provider/Icon.tsx';
import { describeProgress } from './describeProgress.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { ExportStatus } from './ExportStatus.tsx';
import { formatChoices } from './exportFormats.ts';
import { saveFile } from './saveFile.ts';
import { useDashboardExport } from './useDashboardExport.ts';
import { type ExportState, useExport } from './useExport.ts';

/**
 * Props of {@link ExportButton}.
 *
 * @public
 */
export interface ExportButtonProps {
  /** The widget to export. Left out: all of the dashboard. */
  readonly widgetId?: string | undefined;
  /** The formats on offer. Left out: all. */
  readonly formats?: readonly ExportFormat[] | undefined;
  /**
   * The look of pictures before the viewer chooses; `light` is for paper.
   *
   * @defaultValue 'light'
   */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Takes the file, which is then not saved by the browser. */
  readonly onExport?: ((file: ExportedFile) => void) | undefined;
  /**
   * Loads fonts to embed in PDF files, when a text has characters beyond those of Western European languages. Left out:
   * such characters show as `?`, and the file says so.
   */
  readonly fonts?: (() => Promise<ExportFonts | undefined>) | undefined;
  /**
   * Whether it shows a word or a sign only.
   *
   * @defaultValue 'button', or 'icon' for a widget
   */
  readonly variant?: 'button' | 'icon' | undefined;
  /** What it is called where it shows a sign only. Left out: `Export`. */
  readonly label?: string | undefined;
}

const allFormats = formatChoices.map(({ format }) => format);

/**
 * Saves the dashboard around it, or one of its widgets, as a file: what is on the screen, at the time range and with the
 * variables of the moment. What makes the files is loaded when a format is chosen.
 *
 * @throws Error When there is no `<Dashboard>` above.
 * @public
 */
export function ExportButton(props: ExportButtonProps): ReactElement {
  const { widgetId, formats = allFormats, label = 'Export' } = props;
  const { variant = widgetId === undefined ? 'button' : 'icon' } = props;
  const id = useId();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isDark, setIsDark] = useState(props.theme === 'dark');
  const run = useDashboardExport({ widgetId, isDark, fonts: props.fonts, anchorRef });
  const { state, start, reset } = useExport(run, props.onExport ?? saveFile);
  const close = (): void => {
    setIsOpen(false);
    if (state.status !== 'running') reset();
  };
  const dismiss = (): void => {
    setIsOpen(false);
    reset();
    anchorRef.current?.focus();
  };
  const bodyRef = useFocusedStep(state.status);
  useClosedWhenDone(state, isOpen, dismiss);
  const isRunning = state.status === 'running';
  return (
    <span className="gp-export" data-variant={variant} data-open={isOpen || isRunning || undefined}>
      <button
        ref={anchorRef}
        type="button"
        className={variant === 'icon' ? 'gp-icon-button' : 'gp-button'}
        aria-label={variant === 'icon' ? label : undefined}
        title={variant === 'icon' ? label : undefined}
        aria-haspopup={state.status === 'idle' ? 'menu' : 'dialog'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-busy={isRunning}
        onClick={() => (isOpen ? close() : setIsOpen(true))}
      >
        {isRunning ? <span className="gp-export-spinner" aria-hidden="true" /> : <Icon name="download" />}
        {variant === 'icon' ? null : isRunning ? 'Exporting …' : label}
      </button>
      <span className="gp-visually-hidden" role="status">
        {announcement(state)}
      </span>
      {isOpen && (
        <Popover
          id={id}
          anchorRef={anchorRef}
          role={state.status === 'idle' ? 'menu' : 'dialog'}
          label={label}
          align="end"
          className="gp-export-panel"
          onClose={close}
        >
          <div ref={bodyRef}>
            {state.status === 'idle' ? (
              <ExportMenu formats={formats} isDark={isDark} onDarkChange={setIsDark} onChoose={start} />
            ) : (
              <ExportStatus
                state={state}
                onCancel={dismiss}
                onRetry={() => state.status === 'failed' && start(state.format)}
              />
            )}
          </div>
        </Popover>
      )}
    </span>
  );
}

/** Moves the focus to what can be done next, when a step of an export replaces another one in the panel. */
function useFocusedStep(status: ExportState['status']): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef(status);
  useEffect(() => {
    if (last.current === status) return;
    last.current = status;
    ref.current?.querySelector<HTMLElement>('[data-gp-focus]')?.focus();
  }, [status]);
  return ref;
}

/** A file without a notice needs no more to be said: the panel goes, and the focus returns. */
function useClosedWhenDone(state: ExportState, isOpen: boolean, dismiss: () => void): void {
  const latest = useRef(dismiss);
  useEffect(() => {
    latest.current = dismiss;
  });
  const isOver = isOpen && state.status === 'done' && state.notice === undefined;
  useEffect(() => {
    if (isOver) latest.current();
  }, [isOver]);
}

/** What screen readers hear: each step once, not each widget. */
function announcement(state: ExportState): string {
  switch (state.status) {
    case 'running':
      return state.progress === undefined
        ? `Exporting as ${state.format.toUpperCase()}`
        : describeProgress({ ...state.progress, total: 0 });
    case 'done':
      return `Exported ${state.fileName}`;
    default:
      return '';
  }
}
