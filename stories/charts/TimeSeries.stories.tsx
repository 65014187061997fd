import { TimeSeriesView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { sampleCpuArgs } from './sampleCpu.ts';
import { sampleFrame, sampleRange, sampleWalk, sampleWave, withSampleGaps } from './sampleData.ts';
import { Tile } from './Tile.tsx';

const GiB = 1024 ** 3;
const requests = sampleFrame([{ name: 'http_requests', shape: sampleWave(320, 140, 1.5, 60) }]);
const thresholds = [
  { color: 'good' },
  { value: 300, color: 'warning', label: 'busy' },
  { value: 420, color: 'critical', label: 'overload' },
];

const meta: Meta<typeof TimeSeriesView> = {
  title: 'Charts/Time series',
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

export const SeveralSeries: Story = {};

export const SingleSeries: Story = { args: { frames: [requests], field: { unit: 'reqps' } } };

export const ManySeries: Story = {
  args: {
    title: 'Sample latency by instance',
    field: { unit: 's' },
    frames: [
      sampleFrame(
        Array.from({ length: 40 }, (_, index) => ({
          name: 'latency',
          labels: { instance: `api-${index + 1}.eu-central-1` },
          shape: sampleWalk(0.1 + index * 0.02, 0.02),
        })),
      ),
    ],
  },
};

export const MoreSeriesThanAreDrawn: Story = {
  args: {
    title: 'Sample queue length',
    field: {},
    options: { maxSeries: 20 },
    frames: [
      sampleFrame(
        Array.from({ length: 2500 }, (_, index) => ({
          name: 'queue',
          labels: { pod: `pod-${index}` },
          shape: sampleWave(index, 20, 2, 10),
        })),
        61,
      ),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Showing 20 of 2,500 series')).toBeVisible();
  },
};

export const TwoQueries: Story = {
  args: {
    title: 'Sample requests and their mean',
    field: { unit: 'reqps' },
    frames: [requests, sampleFrame([{ name: 'mean', shape: sampleWave(320, 120, 1.5, 0) }], 25)],
    legends: ['requests', 'mean of 15 minutes'],
  },
};

export const LegendToTheRight: Story = {
  args: {
    title: 'Sample memory',
    field: { unit: 'bytes' },
    options: { legend: 'right' },
    frames: [
      sampleFrame([
        { name: 'memory', labels: { instance: 'db-1' }, shape: sampleWalk(5.2 * GiB, 0.2 * GiB) },
        { name: 'memory', labels: { instance: 'db-2' }, shape: sampleWalk(3.1 * GiB, 0.2 * GiB) },
      ]),
    ],
  },
};

export const ThresholdLines: Story = { args: { frames: [requests], field: { unit: 'reqps', thresholds } } };

export const ThresholdBands: Story = {
  args: { frames: [requests], field: { unit: 'reqps', thresholds }, options: { thresholds: 'band' } },
};

export const Gaps: Story = {
  args: {
    frames: [
      withSampleGaps(requests, (position) => (position > 0.3 && position < 0.4) || Math.abs(position - 0.6) < 0.004),
    ],
    field: { unit: 'reqps' },
  },
};

export const NaNAndInfinity: Story = {
  args: {
    title: 'Sample ratio',
    frames: [
      sampleFrame([
        { name: 'ratio', shape: (position) => (position > 0.4 && position < 0.6 ? Number.NaN : position) },
        { name: 'limit', shape: (position) => (position > 0.8 ? Number.POSITIVE_INFINITY : 0.5) },
      ]),
    ],
    field: {},
  },
};

export const Negative: Story = {
  args: {
    title: 'Sample clock offset',
    frames: [
      sampleFrame([
        { name: 'offset', shape: (position, random) => Math.sin(position * 12) * 0.004 + random() * 0.001 },
      ]),
    ],
    field: { unit: 's' },
  },
};

export const Steps: Story = {
  args: {
    title: 'Sample replicas',
    frames: [sampleFrame([{ name: 'replicas', shape: (position) => Math.round(3 + 2 * Math.sin(position * 9)) }])],
    field: {},
    options: { interpolation: 'step' },
  },
};

export const SinglePoint: Story = {
  args: { frames: [sampleFrame([{ name: 'deploys', shape: () => 3 }], 1)], field: {} },
};

export const Empty: Story = { args: { frames: [] } };

export const Small: Story = { args: { width: 240, height: 120 } };

export const Sparkline: Story = { args: { width: 120, height: 60 } };

export const Large: Story = { args: { width: 1400, height: 640 } };

export const Dark: Story = {
  args: { frames: [requests], field: { unit: 'reqps', thresholds } },
  globals: { theme: 'dark' },
};

export const RightToLeft: Story = {
  args: {
    title: 'نموذج المعالج',
    locale: 'ar',
    legends: ['المعالج {{mode}}'],
  },
  render: (args) => (
    <Tile dir="rtl">
      <TimeSeriesView {...args} />
    </Tile>
  ),
};

export const LongNames: Story = {
  args: {
    title: 'Sample requests by route',
    field: { unit: 'reqps' },
    frames: [
      sampleFrame(
        ['a', 'b', 'c'].map((part) => ({
          name: 'http_requests',
          labels: {
            handler: `/api/v1/organisations/{organisation}/projects/{project}/environments/${part.repeat(60)}`,
            instance: `frontend-${part}-7d9f8b6c5-x2x4z.production.svc.cluster.local:8080`,
          },
          shape: sampleWave(100 + part.charCodeAt(0), 20, 2, 10),
        })),
      ),
    ],
  },
};

export const AcrossDaylightSavingTime: Story = {
  args: {
    title: 'Sample night of the clock change',
    timeZone: 'Europe/Berlin',
    timeRange: { startMs: Date.UTC(2026, 9, 24, 20), endMs: Date.UTC(2026, 9, 25, 8) },
    frames: [
      sampleFrame([{ name: 'jobs', shape: sampleWave(20, 10, 2, 4) }], 145, {
        startMs: Date.UTC(2026, 9, 24, 20),
        endMs: Date.UTC(2026, 9, 25, 8),
      }),
    ],
    field: {},
  },
};

export const Hover: Story = {
  play: async ({ canvasElement, canvas }) => {
    const plot = canvas.getByRole('application');
    const box = plot.getBoundingClientRect();
    await userEvent.pointer({
      target: plot,
      coords: { clientX: box.left + box.width / 2, clientY: box.top + box.height / 3 },
    });
    const tooltip = canvasElement.querySelector<HTMLElement>('.gp-tooltip');
    await waitFor(() => expect(tooltip).toBeVisible());
    await expect(tooltip).toHaveTextContent('Wed, Mar 11, 2026, 09:00:00');
    const names = [...(tooltip?.querySelectorAll('.gp-tooltip-name') ?? [])].map((name) => name.textContent);
    await expect(names).toEqual(['user', 'system', 'iowait']);
  },
};

export const Keyboard: Story = {
  args: { onTimeRangeSelect: fn() },
  play: async ({ args, canvasElement, canvas }) => {
    canvas.getByRole('application').focus();
    const spoken = canvasElement.querySelector('[aria-live]');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowDown}');
    await expect(spoken).toHaveTextContent(/^Wed, Mar 11, 2026, 11:59:00: system [\d.]+% \(series 2 of 3\)$/);
    await userEvent.keyboard('{Shift>}{PageUp}{PageUp}{/Shift}{Enter}');
    const end = sampleRange.endMs - 60_000;
    await expect(args.onTimeRangeSelect).toHaveBeenCalledWith({ startMs: end - 20 * 60_000, endMs: end });
  },
};

export const Legend: Story = {
  play: async ({ canvas }) => {
    const legend = within(canvas.getByRole('list', { name: 'Series' }));
    const lines = (): number => legend.getAllByRole('button', { pressed: true }).length;
    const system = legend.getByRole('button', { name: /system/ });
    await userEvent.click(system);
    await expect(lines()).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect(lines()).toBe(3);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
  },
};
