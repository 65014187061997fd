import {
  CancelledError,
  type ExportedFile,
  type ExportFormat,
  type GlasspaneError,
  toGlasspaneError,
} from '@glasspane/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportProgress } from '../export/ExportOptions.ts';

/** How far an export has come. */
export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly format: ExportFormat; readonly progress: ExportProgress | undefined }
  | { readonly status: 'done'; readonly fileName: string; readonly notice: string | undefined }
  | { readonly status: 'failed'; readonly format: ExportFormat; readonly error: GlasspaneError };

/** What is told to the work of an export. */
export interface ExportTask {
  readonly format: ExportFormat;
  readonly signal: AbortSignal;
  onProgress(progress: ExportProgress): void;
  onNotice(message: string): void;
}

/** What {@link useExport} gives. */
export interface UseExportResult {
  readonly state: ExportState;
  start(format: ExportFormat): void;
  /** Ends a running export, and forgets one that is over. */
  reset(): void;
}

const idle: ExportState = { status: 'idle' };

/** Runs one export at a time, and ends it when the component goes. */
export function useExport(
  run: (task: ExportTask) => Promise<ExportedFile>,
  onFile: (file: ExportedFile) => void,
): UseExportResult {
  const [state, setState] = useState<ExportState>(idle);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const reset = useCallback(() => {
    controller.current?.abort();
    controller.current = undefined;
    setState(idle);
  }, []);
  const start = (format: ExportFormat): void => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    // What an export says after another one was begun, or it was ended, is of no interest.
    const set = (next: ExportState): void => {
      if (controller.current === current) setState(next);
    };
    let notice: string | undefined;
    set({ status: 'running', format, progress: undefined });
    run({
      format,
      signal: current.signal,
      onProgress: (progress) => set({ status: 'running', format, progress }),
      onNotice: (message) => {
        notice = message;
      },
    })
      .then((file) => {
        if (current.signal.aborted) return;
        onFile(file);
        set({ status: 'done', fileName: file.fileName, notice });
      })
      .catch((thrown: unknown) => {
        const error = toGlasspaneError(thrown);
        set(error instanceof CancelledError ? idle : { status: 'failed', format, error });
      });
  };
  return { state, start, reset };
}
