import type { AnnotationRequest, Backend, ExemplarRequest, MetricSource } from '@glasspane/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aDashboard, aWidget } from '../../../test/aDashboard.ts';
import { FakeBackend } from '../../../test/FakeBackend.ts';
import { Dashboard } from '../../dashboard/Dashboard.tsx';
import type { ExportPlatform } from '../../export/ExportPlatform.ts';
import { exportDashboard } from '../../export/exportDashboard.ts';

afterEach(cleanup);

/** The first chart of a run may have to wait for its modules. */
const PATIENT = { timeout: 10_000 };
const nowMs = Date.UTC(2026, 0, 31, 12);
const timeRange = { from: '2026-01-31T11:00:00Z', to: '2026-01-31T13:00:00Z' };

function aChart(id: string, options: Readonly<Record<string, unknown>> = {}) {
  return aWidget({ id, type: 'timeSeries', title: id, options });
}

const unused = (): Promise<never> => Promise.reject(new Error('The test makes no file that needs this.'));
const platform: ExportPlatform = { rasterize: unused, loadPdfTools: unused };

interface Asked {
  readonly annotations: AnnotationRequest[];
  readonly exemplars: ExemplarRequest[];
}

function marked(fake: FakeBackend): { readonly backend: Backend; readonly asked: Asked } {
  const asked: Asked = { annotations: [], exemplars: [] };
  const metrics: MetricSource = {
    ...fake.backend.metrics,
    queryExemplars: async (request) => {
      asked.exemplars.push(request);
      return [{ labels: {}, exemplars: [{ labels: { trace_id: 'abc' }, value: 1, timeMs: nowMs - 1000 }] }];
    },
  };
  const annotations = {
    list: async (request: AnnotationRequest) => {
      asked.annotations.push(request);
      return [{ id: 'a', timeMs: nowMs - 60_000, text: 'Release <b>7</b>', tags: ['deploy'] }];
    },
  };
  return { backend: { ...fake.backend, metrics, annotations }, asked };
}

describe('the widget timeSeries on a dashboard', () => {
  it('asks for annotations once for all charts, and tells them in words', async () => {
    const { backend, asked } = marked(new FakeBackend());
    const widgets = [aChart('one'), aChart('two'), aChart('three', { annotations: false })];
    render(
      <Dashboard dashboard={aDashboard({ widgets, timeRange })} backend={backend} timeZone="UTC" locale="en-GB" />,
    );
    const lists = await screen.findAllByLabelText('Annotations', undefined, PATIENT);
    expect(lists).toHaveLength(2);
    const [button] = within(lists[0] as HTMLElement).getAllByRole('button');
    expect(button?.getAttribute('aria-label')).toContain('Release <b>7</b>, deploy, ');
    expect(asked.annotations).toEqual([
      { startMs: Date.parse(timeRange.from), endMs: Date.parse(timeRange.to), dashboardId: 'test' },
    ]);
    expect(asked.exemplars).toEqual([]);
  });

  it('asks for exemplars where they are wanted, and says where there are none', async () => {
    const fake = new FakeBackend();
    const { backend, asked } = marked(fake);
    const dashboard = aDashboard({ widgets: [aChart('one', { exemplars: true })], timeRange });
    const { unmount } = render(<Dashboard dashboard={dashboard} backend={backend} />);
    const list = await screen.findByLabelText('Exemplars', undefined, PATIENT);
    expect(within(list).getByRole('button').getAttribute('aria-label')).toContain('trace_id abc');
    expect(asked.exemplars.map(({ expr }) => expr)).toEqual(['fake']);
    unmount();
    render(<Dashboard dashboard={dashboard} backend={fake.backend} />);
    await screen.findByText('This backend has no exemplars', undefined, PATIENT);
  });

  it('says that annotations could not be had, and draws the rest', async () => {
    const fake = new FakeBackend();
    const annotations = { list: () => Promise.reject(new Error('The store is away.')) };
    const dashboard = aDashboard({ widgets: [aChart('one')], timeRange });
    render(<Dashboard dashboard={dashboard} backend={{ ...fake.backend, annotations }} />);
    await screen.findByText(/^Annotations could not be loaded: /, undefined, PATIENT);
  });

  it('asks each query again for the earlier time', async () => {
    const fake = new FakeBackend();
    const dashboard = aDashboard({ widgets: [aChart('one', { compare: '1d' })], timeRange });
    render(<Dashboard dashboard={dashboard} backend={fake.backend} />);
    expect((await screen.findAllByText(/\(1 day earlier\)/, undefined, PATIENT)).length).toBeGreaterThan(0);
    const ends = fake.asked.map((request) => ('endMs' in request ? request.endMs : request.timeMs));
    expect(Math.max(...ends) - Math.min(...ends)).toBe(86_400_000);
  });
});

describe('the widget timeSeries in a file', () => {
  it('shows annotations, exemplars, the present and the earlier time', async () => {
    const { backend } = marked(new FakeBackend());
    const dashboard = aDashboard({ widgets: [aChart('one', { exemplars: true, compare: '1w' })], timeRange });
    const options = { dashboard, backend, platform, nowMs, timeZone: 'UTC', locale: 'en-GB' } as const;
    const decode = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);
    const svg = decode(await exportDashboard({ ...options, format: 'svg' }));
    expect(svg).toContain('gp-annotation-line');
    expect(svg).toContain('>now</text>');
    expect(svg).toContain('1 week earlier');
    expect(svg).not.toMatch(/NaN|undefined|var\(/);
    expect(svg.match(/gp-exemplars/g)).toHaveLength(1);
    expect(decode(await exportDashboard({ ...options, format: 'csv' }))).toContain('1 week earlier');
  });
});
