import type { ExportFormat } from '@glasspane/core';

/** A format as a menu offers it. */
export interface FormatChoice {
  readonly format: ExportFormat;
  readonly label: string;
  readonly hint: string;
}

/** Every format, the ones to look at first. */
export const formatChoices: readonly FormatChoice[] = [
  { format: 'pdf', label: 'PDF', hint: 'Document, A4' },
  { format: 'png', label: 'PNG', hint: 'Picture' },
  { format: 'svg', label: 'SVG', hint: 'Drawing' },
  { format: 'csv', label: 'CSV', hint: 'Table of values' },
  { format: 'json', label: 'JSON', hint: 'Data and dashboard' },
];
