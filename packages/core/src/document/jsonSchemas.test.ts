import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseAlertRule } from '../alerting/parseAlertRule.ts';
import { parseAnnotation } from '../annotation/parseAnnotation.ts';
import { thresholdSchema } from '../dashboard/fieldOptionsSchema.ts';
import { parseDashboard, parseWidget } from '../dashboard/parseDashboard.ts';
import { parseMetricDescriptor } from '../metric/parseMetricDescriptor.ts';
import { querySchema } from '../query/querySchema.ts';
import { parseReportSchedule } from '../report/parseReportSchedule.ts';
import {
  alertRuleDocument,
  annotationDocument,
  dashboardDocument,
  metricDocument,
  reportScheduleDocument,
  widgetDocument,
} from '../testing/documents.ts';
import { timeRangeSchema } from '../timeRange/timeRangeSchema.ts';
import { parseTransformations } from '../transform/parseTransformations.ts';
import { variableSchema } from '../variables/variableSchema.ts';
import { jsonSchemas } from './jsonSchemas.ts';
import { parseWith } from './parseWith.ts';

const directory = path.join(import.meta.dirname, '../../schema');
const published = (fileName: string): string => readFileSync(path.join(directory, fileName), 'utf8');

describe('published JSON Schema', () => {
  it('is up to date; if not, run packages/core/scripts/writeSchemas.mjs', () => {
    const expected = [...jsonSchemas()].map(
      ([fileName, schema]) => [fileName, `${JSON.stringify(schema, undefined, 2)}\n`] as const,
    );
    expect(readdirSync(directory).sort()).toEqual(expected.map(([fileName]) => fileName).sort());
    expect(expected.map(([fileName]) => [fileName, published(fileName)])).toEqual(expected);
  });
});

type Change = Readonly<Record<string, unknown>>;

interface Kind {
  readonly parse: (input: unknown) => unknown;
  readonly complete: Readonly<Record<string, unknown>>;
  /** What has to be there. */
  readonly required: readonly string[];
  /** Changes that make the form wrong. */
  readonly malformed: readonly Change[];
  /** Changes that leave the form right, and what it says wrong: for the parser to know. */
  readonly meaningless: readonly Change[];
}

const layout = widgetDocument.layout;

const kinds: Readonly<Record<string, Kind>> = {
  dashboard: {
    parse: parseDashboard,
    complete: dashboardDocument,
    required: ['id', 'name', 'timeRange', 'widgets'],
    malformed: [
      { schemaVersion: 2 },
      { id: 5 },
      { name: '' },
      { tags: [1] },
      { timeRange: {} },
      { refreshIntervalMs: -1 },
      { variables: [{ type: 'text' }] },
      { variables: [{ type: 'text', name: 'a b' }] },
      { variables: [{ type: 'custom', name: 'a' }] },
      { variables: [{ type: 'query', name: 'a' }] },
      { widgets: {} },
      { widgets: [{ ...widgetDocument, layout: { ...layout, w: 25 } }] },
    ],
    meaningless: [
      { widgets: [widgetDocument, widgetDocument] },
      { timeRange: { from: 'soon', to: 'now' } },
      {
        variables: [
          { type: 'text', name: 'a' },
          { type: 'text', name: 'a' },
        ],
      },
    ],
  },
  widget: {
    parse: parseWidget,
    complete: widgetDocument,
    required: ['id', 'type', 'title', 'layout', 'queries'],
    malformed: [
      { layout: { ...layout, x: -1 } },
      { layout: { ...layout, h: 1.5 } },
      { queries: [{ refId: '', expr: 'up' }] },
      { queries: [{ refId: 'A' }] },
      { field: { decimals: -1 } },
      { field: { thresholds: [{ value: 1 }] } },
      { field: { thresholds: [{ color: 'javascript:alert(1)' }] } },
      { field: { mappings: [{ value: 1 }] } },
      { options: 'x' },
    ],
    meaningless: [
      { layout: { ...layout, x: 20 } },
      { field: { min: 1, max: 0 } },
      {
        field: {
          thresholds: [
            { value: 2, color: 'good' },
            { value: 1, color: 'good' },
          ],
        },
      },
      {
        queries: [
          { refId: 'A', expr: '' },
          { refId: 'A', expr: '' },
        ],
      },
    ],
  },
  query: {
    parse: (input) => parseWith(querySchema, 'query', input),
    complete: widgetDocument.queries[0],
    required: ['refId', 'expr'],
    malformed: [{ refId: '' }, { expr: 1 }, { minStepMs: 0 }, { instant: 'yes' }],
    meaningless: [],
  },
  variable: {
    parse: (input) => parseWith(variableSchema, 'variable', input),
    complete: dashboardDocument.variables[0],
    required: ['type', 'name', 'labelName'],
    malformed: [{ type: 'query' }, { name: '__x' }, { labelName: '' }, { isMulti: 1 }, { defaultValue: [1] }],
    meaningless: [],
  },
  timeRange: {
    parse: (input) => parseWith(timeRangeSchema, 'time range', input),
    complete: dashboardDocument.timeRange,
    required: ['from', 'to'],
    malformed: [{ from: 0 }],
    meaningless: [{ to: 'tomorrow' }],
  },
  threshold: {
    parse: (input) => parseWith(thresholdSchema, 'threshold', input),
    complete: { value: 0.8, color: '#ff8800', label: 'slow' },
    required: ['color'],
    malformed: [{ value: '1' }, { color: 'red' }],
    meaningless: [],
  },
  metric: {
    parse: parseMetricDescriptor,
    complete: metricDocument,
    required: ['name', 'type'],
    malformed: [
      { name: 'api calls' },
      { name: '1st' },
      { type: 'meter' },
      { labels: ['a-b'] },
      { labels: ['__name__'] },
      { unit: 1 },
    ],
    meaningless: [],
  },
  annotation: {
    parse: parseAnnotation,
    complete: annotationDocument,
    required: ['id', 'timeMs', 'text'],
    malformed: [{ timeMs: '2026' }, { tags: 'x' }, { text: null }],
    meaningless: [{ endMs: 0 }],
  },
  transformation: {
    parse: (input) => parseTransformations([input]),
    complete: {
      type: 'calculateField',
      queries: ['A'],
      calculation: { mode: 'binary', left: { field: 'used' }, operator: '/', right: { value: 1024 } },
      name: 'KiB',
      isReplacing: true,
    },
    required: ['type', 'calculation'],
    malformed: [
      { type: 'nope' },
      { queries: 'A' },
      { calculation: { mode: 'eval' } },
      { calculation: { mode: 'binary', left: {}, operator: '/', right: { value: 1 } } },
      { calculation: { mode: 'unary', operator: 'sin', field: 'x' } },
      { type: 'limit', count: -1 },
      { type: 'groupBy', by: [] },
      { type: 'reduce', reducers: ['p99'] },
    ],
    meaningless: [
      { type: 'renameByRegex', pattern: '(', replacement: '' },
      { type: 'filterByValue', conditions: [{ field: 'x', is: 'greater' }] },
      { type: 'histogram', bucketSize: 0 },
    ],
  },
  alertRule: {
    parse: parseAlertRule,
    complete: alertRuleDocument,
    required: ['id', 'name', 'expr', 'severity'],
    malformed: [{ expr: '' }, { forMs: -1 }, { severity: 'bad' }, { labels: { a: 1 } }, { channels: [''] }],
    meaningless: [{ labels: { 'a-b': 'x' } }, { labels: { alertname: 'x' } }],
  },
  reportSchedule: {
    parse: parseReportSchedule,
    complete: reportScheduleDocument,
    required: ['id', 'name', 'dashboardId', 'frequency', 'timeZone', 'format', 'recipients'],
    malformed: [
      { frequency: 'hourly' },
      { timeOfDay: '24:00' },
      { recipients: [] },
      { recipients: ['nobody'] },
      { format: 'doc' },
      { variables: { a: 1 } },
      { frequency: 'cron', cron: '0 8 *' },
    ],
    meaningless: [{ timeZone: 'Mars/Olympus' }, { frequency: 'cron' }, { cron: '0 8 * * 1' }],
  },
};

function isParsed(parse: (input: unknown) => unknown, input: unknown): boolean {
  try {
    parse(input);
    return true;
  } catch {
    return false;
  }
}

describe.each(Object.entries(kinds))(
  'the schema and the parser of %s',
  (name, { parse, complete, required, malformed, meaningless }) => {
    const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(published(`${name}.schema.json`)),
    );
    const verdicts = (inputs: readonly unknown[]): readonly unknown[] =>
      inputs.map((input) => [isParsed(parse, input), validate(input)]);

    it('both accept what is right, unknown fields included', () => {
      const least = Object.fromEntries(
        Object.entries(complete).filter(([key]) => required.includes(key) || key === 'schemaVersion'),
      );
      const inputs = [complete, { ...complete, 'x-unknown': { a: [1] } }, least];
      expect(verdicts(inputs)).toEqual(inputs.map(() => [true, true]));
    });

    it('both refuse what has not the form', () => {
      const missing = required.map((key) =>
        Object.fromEntries(Object.entries(complete).filter(([other]) => other !== key)),
      );
      const inputs = [null, 5, 'x', [], {}, ...missing, ...malformed.map((change) => ({ ...complete, ...change }))];
      expect(verdicts(inputs)).toEqual(inputs.map(() => [false, false]));
    });

    it('and the parser alone refuses what has the form but no meaning', () => {
      const inputs = meaningless.map((change) => ({ ...complete, ...change }));
      expect(verdicts(inputs)).toEqual(inputs.map(() => [false, true]));
    });
  },
);
