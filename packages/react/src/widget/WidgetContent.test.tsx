import type { Frame, Widget } from '@glasspane/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import type { MetricQueriesState } from '../query/MetricQueriesState.ts';
import { PlainTable } from './PlainTable.tsx';
import { transformResults } from './transformResults.ts';
import { WidgetContent } from './WidgetContent.tsx';
import { WidgetToolsContext } from './WidgetToolsContext.ts';

const frame: Frame = {
  length: 2,
  fields: [
    { kind: 'time', name: 'time', values: Float64Array.of(1, 2) },
    { kind: 'number', name: 'fake', labels: {}, values: Float64Array.of(3, 7) },
  ],
};
const ready: MetricQueriesState = {
  status: 'ready',
  results: [{ query: { refId: 'A', expr: 'fake' }, frame, notices: [] }],
  timeRange: { startMs: 0, endMs: 2 },
  updatedAtMs: 2,
  isOutdated: false,
};

function show(widget: Widget, state: MetricQueriesState = ready): string {
  render(
    <WidgetToolsContext.Provider value={{ transform: transformResults, Table: PlainTable }}>
      <WidgetContent
        widget={widget}
        definition={lastValue}
        backend={new FakeBackend().backend}
        state={state}
        isTable={false}
        size={{ width: 300, height: 200 }}
        locale="en"
        timeZone="UTC"
        onRetry={() => undefined}
        onTimeRangeSelect={() => undefined}
      />
    </WidgetToolsContext.Provider>,
  );
  return document.body.textContent ?? '';
}

afterEach(cleanup);

describe('the content of a widget', () => {
  it('is a view of what its transformations make', () => {
    expect(show(aWidget({ transformations: [{ type: 'limit', count: 1 }] }))).toContain('value 3');
  });

  it('says where transformations are not valid, also before there are data', () => {
    const widget = aWidget({ transformations: [{ type: 'limit', count: 1 }, { type: 'nope' }] });
    for (const state of [ready, { status: 'loading' } as const]) {
      expect(show(widget, state)).toMatch(
        /The transformations of this widget are not valid.*transformations\[1\]\.type "nope" is no known transformation/,
      );
      cleanup();
    }
  });

  it('says which transformation does not fit the data, and is never blank', () => {
    show(aWidget({ transformations: [{ type: 'sortBy', by: [{ field: 'gone' }] }] }));
    expect(screen.getByText(/^transformations\[0\] \(sortBy\): "gone" is no field of the results/)).toBeDefined();
    cleanup();
    const none = aWidget({ transformations: [{ type: 'filterByName', names: ['gone'] }] });
    expect(show(none)).toContain('No data in this time range');
  });
});
