import type { ExportProgress } from '../export/ExportOptions.ts';

/** Returns what an export is doing, for people who see it. */
export function describeProgress(progress: ExportProgress | undefined): string {
  if (progress === undefined) return 'Preparing …';
  const { phase, done, total } = progress;
  const count = total > 1 ? ` (${done} of ${total})` : '';
  if (phase === 'asking') return `Asking the backend${count} …`;
  return phase === 'drawing' ? `Drawing the widgets${count} …` : `Writing the file${count} …`;
}

/** Returns how much of an export is done, 0 to 1: asking is the first half of it. */
export function shareDone(progress: ExportProgress | undefined): number {
  if (progress === undefined) return 0;
  const { phase, done, total } = progress;
  const share = total === 0 ? 1 : done / total;
  return { asking: 0, drawing: 0.5, writing: 0.9 }[phase] + share * { asking: 0.5, drawing: 0.4, writing: 0.1 }[phase];
}
