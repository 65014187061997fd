// @vitest-environment node
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDashboard } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import { TimeSeriesChart } from '../timeSeriesChart/TimeSeriesChart.tsx';
import { Dashboard } from './Dashboard.tsx';

const said = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') };

beforeEach(() => {
  said.error.mockClear();
  said.warn.mockClear();
});

afterEach(() => {
  expect([...said.error.mock.calls, ...said.warn.mock.calls]).toEqual([]);
});

describe('on a server', () => {
  it('a dashboard renders its frame, asks nothing and warns of nothing', () => {
    const fake = new FakeBackend();
    const html = renderToString(
      <StrictMode>
        <Dashboard dashboard={aDashboard()} backend={fake.backend} widgets={[lastValue]} locale="en" timeZone="UTC" />
      </StrictMode>,
    );
    expect(html).toContain('Test dashboard');
    expect(html).toContain('CPU');
    expect(html).toContain('gp-static-grid');
    expect(fake.asked).toEqual([]);
  });

  it('a single chart renders its frame and warns of nothing', () => {
    const fake = new FakeBackend();
    const html = renderToString(<TimeSeriesChart title="Requests" backend={fake.backend} query="fake" />);
    expect(html).toContain('Requests');
    expect(fake.asked).toEqual([]);
  });
});
