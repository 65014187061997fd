import type { Field, Frame, SeriesCell } from '@glasspane/core';
import type { ExportScene } from '../ExportScene.ts';
import type { WidgetOutcome } from '../WidgetOutcome.ts';

/**
 * Returns a dashboard and everything that its queries gave as JSON. Times are milliseconds since the epoch; a gap is
 * `null`; what JSON has no number for is `"NaN"`, `"+Inf"` or `"-Inf"`, as in Prometheus's answers.
 */
export function sceneJson(scene: ExportScene): string {
  const { dashboard, timeRange, moments, variables, generatedAtMs, timeZone } = scene;
  const widgets = dashboard.widgets.flatMap((widget) => {
    const outcome = scene.outcomes.get(widget.id);
    return outcome === undefined ? [] : [writeOutcome(outcome)];
  });
  const time = { ...timeRange, ...moments, timeZone };
  const document = { format: 'glasspane-export', version: 1, generatedAtMs, timeRange: time, variables };
  return `${JSON.stringify({ ...document, dashboard, widgets }, undefined, 2)}\n`;
}

function writeOutcome(outcome: WidgetOutcome): unknown {
  const { widget, status, timeRange, results } = outcome;
  return {
    id: widget.id,
    type: widget.type,
    title: widget.title,
    status,
    ...(outcome.status === 'ready' ? {} : { problem: outcome.problem }),
    ...(timeRange === undefined ? {} : { timeRange }),
    results: results.map(({ query, frame, notices }) => ({ ...query, notices, frame: writeFrame(frame) })),
  };
}

function writeFrame({ length, fields }: Frame): unknown {
  return { length, fields: fields.map(writeField) };
}

function writeField(field: Field): unknown {
  if (field.kind === 'time') return { ...field, values: [...field.values] };
  if (field.kind === 'string') return field;
  if (field.kind === 'series') return { ...field, values: field.values.map(writeCell) };
  const { kind, name, displayName, labels, values, gaps } = field;
  return {
    kind,
    name,
    ...(displayName === undefined ? {} : { displayName }),
    labels,
    values: Array.from(values, (value, row) => (gaps?.[row] === 1 ? null : writeNumber(value))),
  };
}

function writeCell(cell: SeriesCell | undefined): unknown {
  return cell === undefined ? null : { times: [...cell.times], field: writeField(cell.field) };
}

function writeNumber(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
