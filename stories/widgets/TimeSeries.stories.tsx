import type { Annotation, Frame } from '@glasspane/core';
import { TimeSeriesView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { sampleCpu, sampleCpuArgs } from '../charts/sampleCpu.ts';
import { sampleFrame, sampleRange, sampleWave, withSampleGaps } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const hourMs = 3_600_000;
const { startMs } = sampleRange;
const requests = sampleFrame([{ name: 'requests', shape: sampleWave(320, 140, 1.5, 60) }]);
const sparse = sampleFrame([{ name: 'jobs', shape: sampleWave(32, 14, 1.5, 12) }], 37);
const latency = sampleFrame([
  { name: 'p50', shape: sampleWave(0.12, 0.04, 2, 0.01) },
  { name: 'p95', shape: sampleWave(0.4, 0.16, 2, 0.06) },
]);
const traffic = sampleFrame([
  { name: 'received', shape: sampleWave(52e6, 20e6, 2, 8e6) },
  { name: 'sent', shape: sampleWave(21e6, 9e6, 2, 4e6) },
]);
const powers = sampleFrame([
  { name: 'fast', shape: (position) => 0.004 * 10 ** (0.5 * Math.sin(position * 9)) },
  { name: 'slow', shape: (position) => 10 ** (position * 3 - 1.5) },
]);

const annotations: readonly Annotation[] = [
  { id: 'a', timeMs: startMs + 0.8 * hourMs, text: 'Sample release 2.4.0', tags: ['deploy', 'api'] },
  {
    id: 'b',
    timeMs: startMs + 2.2 * hourMs,
    endMs: startMs + 3.1 * hourMs,
    text: 'Sample maintenance of the database',
  },
  { id: 'c', timeMs: startMs + 4.5 * hourMs, text: 'Sample release 2.4.1', tags: ['deploy', 'api'] },
  { id: 'd', timeMs: startMs + 4.55 * hourMs, text: 'Sample flag “fast checkout” on' },
];

const meta: Meta<typeof TimeSeriesView> = {
  title: 'Widgets/Time series',
  component: TimeSeriesView,
  args: sampleCpuArgs,
  render: (args) => (
    <Tile>
      <TimeSeriesView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof TimeSeriesView>;

export const AreaWithGradient: Story = {
  args: {
    frames: [requests],
    title: 'Sample requests',
    field: { unit: 'reqps' },
    options: { draw: 'area', gradient: 'opacity', fillOpacity: 0.5, lineWidth: 2 },
  },
};

export const Bars: Story = {
  args: { frames: [sparse], title: 'Sample jobs', field: { unit: 'short' }, options: { draw: 'bars' } },
};

export const Points: Story = {
  args: { frames: [sparse], title: 'Sample jobs', field: { unit: 'short' }, options: { draw: 'points' } },
};

export const LinesWithPoints: Story = {
  args: { frames: [sparse], title: 'Sample jobs', field: { unit: 'short' }, options: { points: 'always' } },
};

export const Steps: Story = {
  args: {
    title: 'Sample replicas',
    field: { unit: 'short', decimals: 0 },
    frames: [
      sampleFrame(
        [
          { name: 'after', shape: (position) => 3 + Math.round(2 * Math.sin(position * 7)) },
          { name: 'before', shape: (position) => 9 + Math.round(2 * Math.sin(position * 7)) },
        ],
        19,
      ),
    ],
    options: { interpolation: 'stepAfter' },
    overrides: [{ match: { by: 'name', value: 'before' }, style: { interpolation: 'stepBefore' } }],
  },
};

export const Stacked: Story = { args: { options: { stack: 'normal' } } };

export const StackedToTheWhole: Story = { args: { options: { stack: 'percent', gradient: 'opacity' } } };

export const StackedBars: Story = {
  args: {
    title: 'Sample deliveries',
    field: { unit: 'short' },
    frames: [
      sampleFrame(
        [
          { name: 'delivered', shape: sampleWave(60, 20, 2, 12) },
          { name: 'late', shape: sampleWave(18, 9, 3, 8) },
          { name: 'lost', shape: sampleWave(6, 5, 1, 4) },
        ],
        25,
      ),
    ],
    options: { draw: 'bars', stack: 'normal' },
  },
};

export const BandBetweenTwoSeries: Story = {
  args: {
    frames: [latency],
    title: 'Sample latency',
    field: { unit: 's', thresholds: [{ color: 'good' }, { value: 0.5, color: 'warning', label: 'slow' }] },
    annotations: annotations.slice(0, 2),
    overrides: [{ match: { by: 'name', value: 'p95' }, style: { fillBelowTo: 'p50' } }],
  },
};

export const DashesAndWidths: Story = {
  args: {
    overrides: [
      { match: { by: 'pattern', value: 'user' }, style: { lineWidth: 3 } },
      { match: { by: 'pattern', value: 'system' }, style: { dash: 'dash' } },
      { match: { by: 'pattern', value: 'iowait' }, style: { dash: 'dot', lineWidth: 2 } },
    ],
  },
};

const holed = withSampleGaps(
  requests,
  (position) => (position > 0.2 && position < 0.24) || (position > 0.5 && position < 0.7),
);

export const GapsUpToASpanConnected: Story = {
  args: {
    frames: [holed],
    title: 'Sample requests, gaps up to half an hour connected',
    field: { unit: 'reqps' },
    options: { connectNulls: '30m', fillOpacity: 0.12 },
  },
};

export const TwoAxes: Story = {
  args: {
    frames: [requests, latency],
    title: 'Sample requests and latency',
    field: { unit: 'reqps' },
    overrides: [{ match: { by: 'pattern', value: '^p\\d+$' }, field: { unit: 's' }, style: { includeZero: false } }],
  },
};

export const LogarithmicScale: Story = {
  args: { frames: [powers], title: 'Sample latency', field: { unit: 's' }, options: { scale: 'log' } },
};

export const SymmetricLogarithmicScale: Story = {
  args: {
    frames: [
      sampleFrame([
        { name: 'balance', shape: (position) => 40_000 * Math.sin(position * 6) ** 3 },
        { name: 'drift', shape: (position) => 300 * Math.cos(position * 9) },
      ]),
    ],
    title: 'Sample balance',
    field: { unit: 'short' },
    options: { scale: 'symlog', linearWithin: 10 },
  },
};

export const SoftEnds: Story = {
  args: {
    frames: [sampleFrame([{ name: 'temperature', shape: sampleWave(41, 4, 2, 1) }])],
    title: 'Sample temperature',
    field: { unit: 'celsius' },
    options: { softMin: 30, softMax: 60 },
  },
};

export const DrawnDownwards: Story = {
  args: {
    frames: [traffic],
    title: 'Sample traffic',
    field: { unit: 'Bps' },
    options: { draw: 'area' },
    overrides: [{ match: { by: 'name', value: 'sent' }, style: { isNegative: true } }],
  },
};

export const ThresholdsInPercent: Story = {
  args: {
    frames: [requests],
    title: 'Sample requests',
    field: {
      unit: 'reqps',
      min: 0,
      max: 600,
      thresholdsMode: 'percent',
      thresholds: [
        { color: 'good' },
        { value: 60, color: 'warning', label: 'busy' },
        { value: 85, color: 'critical', label: 'overload' },
      ],
    },
    options: { thresholds: 'band' },
  },
};

export const Annotations: Story = {
  args: { frames: [requests], title: 'Sample requests', field: { unit: 'reqps' }, annotations },
  play: async ({ canvas, canvasElement }) => {
    const list = canvas.getByRole('list', { name: 'Annotations' });
    const buttons = within(list).getAllByRole('button');
    await expect(buttons).toHaveLength(3);
    await expect(buttons[0]).toHaveAccessibleName(/Sample release 2.4.0, deploy, api/);
    canvas.getByRole('application').focus();
    await userEvent.tab();
    await expect(buttons[0]).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect(buttons[2]).toHaveFocus();
    await waitFor(() => expect(within(canvasElement).getByRole('note')).toHaveTextContent('fast checkout'));
  },
};

export const ComparedWithTheDayBefore: Story = {
  args: {
    frames: [
      sampleCpu,
      sampleFrame([
        { name: 'cpu', labels: { mode: 'user' }, shape: sampleWave(0.36, 0.1, 2.2, 0.05) },
        { name: 'cpu', labels: { mode: 'system' }, shape: sampleWave(0.14, 0.05, 2.8, 0.02) },
        { name: 'cpu', labels: { mode: 'iowait' }, shape: sampleWave(0.03, 0.02, 4, 0.01) },
      ]),
    ],
    refIds: ['A', 'A-1d'],
    options: { compare: '1d' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('user (1 day earlier)').length).toBeGreaterThan(0);
  },
};

export const Exemplars: Story = {
  args: {
    frames: [sampleFrame([{ name: 'p95', shape: sampleWave(0.4, 0.16, 2, 0.06) }])],
    refIds: ['A'],
    title: 'Sample latency',
    field: { unit: 's', links: [{ title: 'Open the trace', url: 'https://traces.example/{{trace_id}}' }] },
    exemplars: [
      {
        refId: 'A',
        series: [
          {
            labels: { __name__: 'latency_bucket' },
            exemplars: Array.from({ length: 12 }, (_, index) => ({
              labels: { trace_id: `4bf92f3577b34da6a3ce929d0e0e47${index + 10}`, path: '/checkout' },
              value: 0.15 + 0.25 * Math.abs(Math.sin(index * 1.7)),
              timeMs: startMs + (0.3 + index * 0.48) * hourMs,
            })),
          },
        ],
      },
    ],
  },
  play: async ({ canvas, canvasElement }) => {
    const [first] = within(canvas.getByRole('list', { name: 'Exemplars' })).getAllByRole('button');
    if (first === undefined) throw new Error('There is no exemplar.');
    await userEvent.click(first);
    const link = await within(canvasElement).findByRole('link', { name: 'Open the trace' });
    await expect(link).toHaveAttribute('href', 'https://traces.example/4bf92f3577b34da6a3ce929d0e0e4710');
  },
};

export const BeyondThePresent: Story = {
  args: {
    frames: [before(requests, startMs + 4 * hourMs)],
    title: 'Sample requests',
    field: { unit: 'reqps' },
    nowMs: startMs + 4 * hourMs,
  },
};

export const OverridesByQueryAndType: Story = {
  args: {
    frames: [requests, sparse],
    refIds: ['A', 'B'],
    title: 'Sample requests and jobs',
    field: { unit: 'reqps' },
    overrides: [
      { match: { by: 'type', value: 'number' }, style: { lineWidth: 1 } },
      {
        match: { by: 'query', value: 'B' },
        field: { unit: 'short' },
        style: { draw: 'bars', fillOpacity: 0.3, lineWidth: 0 },
      },
    ],
  },
};

export const SmallestSize: Story = {
  args: { frames: [requests], title: 'Sample requests', width: 120, height: 60, annotations, nowMs: startMs + hourMs },
};

export const WhatCannotBeDone: Story = {
  args: {
    frames: [sampleFrame([{ name: 'p95', shape: (position) => Math.sin(position * 12) }])],
    title: 'Sample of wishes that cannot be met',
    field: {},
    options: { scale: 'log' },
    overrides: [{ match: { by: 'name', value: 'p95' }, style: { fillBelowTo: 'p05', dash: 'wavy' } }],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/values that are not known: dash/)).toBeVisible();
  },
};

export const RightToLeft: Story = {
  args: {
    frames: [requests],
    title: 'نموذج الطلبات',
    field: { unit: 'reqps' },
    locale: 'ar',
    annotations: [{ id: 'a', timeMs: startMs + hourMs, text: 'إصدار <b>2.4</b> \u202eabc' }],
    nowMs: startMs + 4 * hourMs,
  },
  render: (args) => (
    <Tile dir="rtl">
      <TimeSeriesView {...args} />
    </Tile>
  ),
};

function before(frame: Frame, endMs: number): Frame {
  const [time] = frame.fields;
  if (time?.kind !== 'time') return frame;
  const length = time.values.filter((timeMs) => timeMs <= endMs).length;
  const fields = frame.fields.map((field) => ({ ...field, values: field.values.slice(0, length) }));
  return { length, fields: fields as Frame['fields'] };
}
