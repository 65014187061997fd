import { describe, expect, it } from 'vitest';
import { InvalidDocumentError } from '../errors/InvalidDocumentError.ts';
import { dashboardDocument, widgetDocument } from '../testing/documents.ts';
import { parseDashboard, parseWidget, serializeDashboard } from './parseDashboard.ts';

/** The issues that parsing gives, as `path: message`. */
function issuesOf(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof InvalidDocumentError) return error.issues.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

const dashboardIssues = (change: Record<string, unknown>): readonly string[] =>
  issuesOf(() => parseDashboard({ ...dashboardDocument, ...change }));
const widgetIssues = (change: Record<string, unknown>): readonly string[] =>
  issuesOf(() => parseWidget({ ...widgetDocument, ...change }));

describe('parseDashboard', () => {
  it('gives a complete dashboard as it is, as a copy', () => {
    const parsed = parseDashboard(dashboardDocument);
    expect(parsed).toEqual(dashboardDocument);
    expect(parsed.widgets[0]).not.toBe(dashboardDocument.widgets[0]);
  });

  it('keeps fields that it does not know through a round trip, at every level', () => {
    const extra = { 'x-team': { owner: ['a', null, 1] } };
    const [widget] = dashboardDocument.widgets;
    const document = {
      ...dashboardDocument,
      ...extra,
      timeRange: { ...dashboardDocument.timeRange, ...extra },
      variables: dashboardDocument.variables.map((variable) => ({ ...variable, ...extra })),
      widgets: [
        {
          ...widget,
          ...extra,
          type: 'acme.unknown',
          layout: { ...widget?.layout, ...extra },
          queries: widget?.queries.map((query) => ({ ...query, ...extra })),
          field: {
            ...widget?.field,
            ...extra,
            thresholds: [{ color: 'good', ...extra }],
            mappings: [{ value: 1, text: 'on', ...extra }],
          },
          options: { ...extra, deep: { ...extra } },
        },
      ],
    };
    expect(parseDashboard(JSON.parse(serializeDashboard(parseDashboard(document))))).toEqual(document);
  });

  it('is safe of names that mean something to JavaScript', () => {
    const names = { constructor: 1, toString: 'x', hasOwnProperty: null };
    const parsed = parseDashboard(JSON.parse(JSON.stringify({ ...dashboardDocument, ...names })));
    expect(parsed).toEqual({ ...dashboardDocument, ...names });
    const hostile = JSON.stringify(dashboardDocument).replace('{', '{"__proto__":{"polluted":1},');
    expect(issuesOf(() => parseDashboard(JSON.parse(hostile)))).toEqual([
      '__proto__: cannot be kept under this name; rename it',
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('lists every fault with its path in the message', () => {
    const [widget] = dashboardDocument.widgets;
    const widgets = [{ ...widget, title: 5, queries: [{ refId: 'A' }] }, null];
    const act = (): unknown => parseDashboard({ ...dashboardDocument, name: undefined, widgets });
    expect(act).toThrow(
      new InvalidDocumentError('dashboard', [
        { path: 'name', message: 'expected a text, found nothing' },
        { path: 'widgets[0].title', message: 'expected a text, found 5' },
        { path: 'widgets[0].queries[0].expr', message: 'expected a text, found nothing' },
        { path: 'widgets[1]', message: 'expected an object, found null' },
      ]),
    );
    expect(act).toThrow(/^Invalid dashboard:\nname: expected a text, found nothing\nwidgets\[0\]\.title: /);
  });

  it.each([
    [null, ': expected an object, found null'],
    ['{}', ': expected an object, found "{}"'],
    [[], ': expected an object, found a list'],
  ])('refuses %j', (input, issue) => {
    expect(issuesOf(() => parseDashboard(input))).toEqual([issue]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ id: '' }, 'id: must not be empty'],
    [{ tags: 'a' }, 'tags: expected a list, found "a"'],
    [{ refreshIntervalMs: -1 }, 'refreshIntervalMs: expected at least 0, found -1'],
    [{ refreshIntervalMs: Number.NaN }, 'refreshIntervalMs: expected a number, found NaN'],
    [
      { timeRange: { from: 'soon', to: 'now' } },
      'timeRange.from: "soon" is not a time; write now-6h, 2026-01-31T12:00:00Z, or milliseconds since 1970 as digits.',
    ],
    [
      { variables: [{ type: 'query', name: 'a' }] },
      'variables[0].type: expected "labelValues", "custom", "text" or "constant", found "query"',
    ],
    [
      { variables: [{ type: 'text', name: '1a' }] },
      'variables[0].name: must be letters, digits and _, and begin neither with a digit nor with __, found "1a"',
    ],
    [
      { variables: [{ type: 'text', name: '__interval' }] },
      'variables[0].name: must be letters, digits and _, and begin neither with a digit nor with __, found "__interval"',
    ],
    [
      { variables: [{ type: 'text', name: 'a', defaultValue: 5 }] },
      'variables[0].defaultValue: expected a text, found 5; or expected a list, found 5',
    ],
    [
      {
        variables: [
          { type: 'text', name: 'a' },
          { type: 'text', name: 'a' },
        ],
      },
      'variables[1].name: "a" is taken already, by entry 0 of the list; each must be different',
    ],
    [
      { widgets: [widgetDocument, widgetDocument] },
      'widgets[1].id: "cpu" is taken already, by entry 0 of the list; each must be different',
    ],
  ])('says what is wrong with %j', (change, issue) => {
    expect(dashboardIssues(change)).toEqual([issue]);
  });

  it('does not mind a query that reads a variable which does not exist', () => {
    const queries = [{ refId: 'A', expr: 'up{job="$none"}' }];
    expect(dashboardIssues({ widgets: [{ ...widgetDocument, queries }] })).toEqual([]);
  });
});

describe('parseWidget', () => {
  const layout = { x: 0, y: 0, w: 12, h: 8 };
  const field = (change: Record<string, unknown>) => ({ field: change });

  it.each<[Record<string, unknown>, string]>([
    [{ layout: { ...layout, x: 24 } }, 'layout.x: expected at most 23, found 24'],
    [{ layout: { ...layout, w: 1.5 } }, 'layout.w: expected a whole number, found 1.5'],
    [{ layout: { ...layout, h: 0 } }, 'layout.h: expected at least 1, found 0'],
    [{ layout: { ...layout, x: 13 } }, 'layout.w: reaches beyond the 24 columns: x is 13, so at most 11 fit, found 12'],
    [
      {
        queries: [
          { refId: 'A', expr: '' },
          { refId: 'A', expr: '' },
        ],
      },
      'queries[1].refId: "A" is taken already, by entry 0 of the list; each must be different',
    ],
    [{ queries: [{ refId: 'A', expr: '', minStepMs: 0 }] }, 'queries[0].minStepMs: expected at least 1, found 0'],
    [{ options: [] }, 'options: expected an object, found a list'],
    [
      field({
        thresholds: [
          { value: 1, color: 'good' },
          { value: 1, color: 'critical' },
        ],
      }),
      'field.thresholds[1].value: must be greater than the one before it (1), found 1',
    ],
    [
      field({ thresholds: [{ color: 'good' }, { color: 'critical' }] }),
      'field.thresholds[1]: has no value, which only the first threshold may lack',
    ],
    [
      field({ thresholds: [{ color: 'url(x)' }] }),
      'field.thresholds[0].color: must be good, warning, serious, critical, neutral, series-1 to series-10, or a hex colour such as #1f77b4, found "url(x)"',
    ],
    [
      field({ mappings: [{ text: 'x' }] }),
      'field.mappings[0]: needs a value, from or to, a pattern or special, to say which values it applies to',
    ],
    [
      field({ mappings: [{ pattern: '(', text: 'x' }] }),
      'field.mappings[0].pattern: is not a regular expression of both RE2 and JavaScript',
    ],
    [
      { overrides: [{ match: { by: 'pattern', value: '(a+)+$' } }] },
      'overrides[0].match.value: repeats so much that some texts would take for ever; repeat no group that repeats or chooses',
    ],
    [
      field({ color: { by: 'fixed', color: 'series-11' } }),
      'field.color.color: must be good, warning, serious, critical, neutral, series-1 to series-10, or a hex colour such as #1f77b4, found "series-11"',
    ],
    [field({ min: 5, max: 5 }), 'field.max: must be greater than min (5), found 5'],
    [field({ decimals: 21 }), 'field.decimals: expected at most 20, found 21'],
  ])('says what is wrong with %j', (change, issue) => {
    expect(widgetIssues(change)).toEqual([issue]);
  });
});

it('serializes to JSON that reads back as it was, and refuses what could not be read back', () => {
  const dashboard = parseDashboard(dashboardDocument);
  const text = serializeDashboard(dashboard);
  expect(text.endsWith('}\n')).toBe(true);
  expect(parseDashboard(JSON.parse(text))).toEqual(dashboard);
  expect(issuesOf(() => serializeDashboard({ ...dashboard, refreshIntervalMs: Number.NaN }))).toEqual([
    'refreshIntervalMs: expected a number, found NaN',
  ]);
});
