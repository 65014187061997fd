import type { Frame } from '@glasspane/core';
import { BarChartView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { sampleFrame, sampleRange, sampleWave } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const services = ['checkout', 'search', 'cart', 'catalog', 'login', 'payment'];
const requests = sampleFrame(
  services.map((service, index) => ({
    name: 'requests',
    labels: { service },
    shape: () => [420, 1310, 268, 655, 93, 187][index] ?? 0,
  })),
  1,
);
const byCode = sampleFrame(
  services.slice(0, 4).flatMap((service, index) =>
    ['2xx', '4xx', '5xx'].map((code, place) => ({
      name: 'requests',
      labels: { service, code },
      shape: () => ([400, 60, 18][place] as number) * (1 + index * 0.4),
    })),
  ),
  1,
);
const offsets = sampleFrame(
  [-0.012, 0.004, 0.031, -0.0205, 0.0008].map((offset, index) => ({
    name: 'offset',
    labels: { instance: `node-${index + 1}` },
    shape: () => offset,
  })),
  1,
);
const table: Frame = {
  length: 3,
  fields: [
    { kind: 'string', name: 'plan', values: ['Free', 'Team', 'Enterprise'] },
    { kind: 'number', name: 'trial', labels: {}, values: Float64Array.of(120, 45, 4) },
    { kind: 'number', name: 'paid', labels: {}, values: Float64Array.of(0, 210, 38) },
  ],
};
const thresholds = [
  { color: 'good' },
  { value: 600, color: 'warning', label: 'busy' },
  { value: 1000, color: 'critical', label: 'overloaded' },
];

const meta: Meta<typeof BarChartView> = {
  title: 'Widgets/Bar chart',
  component: BarChartView,
  args: {
    frames: [requests],
    title: 'Sample requests by service',
    field: { unit: 'reqps' },
    timeRange: sampleRange,
    width: 560,
    height: 260,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <BarChartView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof BarChartView>;

export const BySeries: Story = {
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('img', {
        name: /^Sample requests by service: 6 categories, from 93\sreq\/s to 1.31K\sreq\/s.$/,
      }),
    ).toBeVisible();
    await expect(canvas.getByRole('rowheader', { name: 'catalog' })).toBeInTheDocument();
  },
};

export const Grouped: Story = {
  args: { frames: [byCode], options: { categoryBy: 'service', groupBy: 'code' } },
  play: async ({ canvas, canvasElement }) => {
    const bars = (): number => canvasElement.querySelectorAll('.gp-bar').length;
    await expect(bars()).toBe(12);
    await userEvent.click(canvas.getByRole('button', { name: /5xx/ }));
    await expect(bars()).toBe(4);
    await userEvent.keyboard('{Enter}');
    await expect(bars()).toBe(12);
  },
};

export const Stacked: Story = {
  args: { frames: [byCode], options: { categoryBy: 'service', groupBy: 'code', stacking: 'normal' } },
};

export const StackedToOneHundredPercent: Story = {
  args: {
    frames: [byCode],
    options: {
      categoryBy: 'service',
      groupBy: 'code',
      stacking: 'percent',
      legend: 'right',
      orientation: 'horizontal',
    },
  },
};

export const RowsOfATable: Story = { args: { frames: [table], field: {}, title: 'Sample customers by plan' } };

export const BucketsOfTime: Story = {
  args: {
    title: 'Sample orders by half hour',
    frames: [
      sampleFrame([
        { name: 'orders', labels: { shop: 'north' }, shape: sampleWave(40, 25, 1, 8) },
        { name: 'orders', labels: { shop: 'south' }, shape: sampleWave(25, 12, 1.7, 6) },
      ]),
    ],
    field: {},
    width: 720,
    options: { categories: 'time', stacking: 'normal', reducer: 'sum', maxBuckets: 12 },
  },
};

export const Thresholds: Story = {
  args: { field: { unit: 'reqps', thresholds, color: { by: 'thresholds' } }, options: { sort: 'descending' } },
};

export const NegativeValues: Story = {
  args: { frames: [offsets], title: 'Sample clock offset', field: { unit: 's' } },
};

export const NegativeToTheLeft: Story = {
  args: {
    frames: [offsets],
    title: 'Sample clock offset',
    field: { unit: 's', thresholds: [{ color: 'good' }, { value: 0.02, color: 'critical', label: 'too far' }] },
    options: { orientation: 'horizontal' },
  },
};

export const KeyboardAndClick: Story = {
  args: { frames: [byCode], options: { categoryBy: 'service', groupBy: 'code' }, onPointClick: fn() },
  play: async ({ args, canvas, canvasElement }) => {
    canvas.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect(canvasElement.querySelector('[aria-live]')).toHaveTextContent(
      /^search: 2xx 560 req\/s, 4xx 84 req\/s/,
    );
    await userEvent.keyboard('{Enter}');
    await expect(args.onPointClick).toHaveBeenCalledWith(
      expect.objectContaining({ seriesName: '4xx', value: 84, labels: expect.objectContaining({ service: 'search' }) }),
    );
  },
};

export const LongNames: Story = {
  args: {
    frames: [
      sampleFrame(
        ['a', 'b', 'c', '<img src=x onerror=alert(1)>', '\u202Eelbisrever'].map((part, index) => ({
          name: 'requests',
          labels: { route: `${part}/api/v1/organisations/{organisation}/projects/${'deep/'.repeat(index * 400)}` },
          shape: () => 50 + index * 31,
        })),
        1,
      ),
    ],
  },
};

export const MoreThanThereIsRoomFor: Story = {
  args: {
    frames: [
      sampleFrame(
        Array.from({ length: 400 }, (_, index) => ({
          name: 'queue',
          labels: { pod: `worker-pool-${index}` },
          shape: () => 400 - index,
        })),
        1,
      ),
    ],
    field: {},
    options: { orientation: 'horizontal' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('and 388 more categories, for which there is no room')).toBeVisible();
  },
};

export const NotNumbers: Story = {
  args: {
    frames: [
      sampleFrame(
        [Number.NaN, Number.POSITIVE_INFINITY, 1e308, 3].map((value, index) => ({
          name: 'ratio',
          labels: { instance: `api-${index}` },
          shape: () => value,
        })),
        1,
      ),
    ],
  },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Small: Story = {
  args: { frames: [byCode], width: 300, height: 200, options: { categoryBy: 'service', groupBy: 'code' } },
};

export const Dark: Story = {
  args: { frames: [byCode], width: 900, height: 400, options: { categoryBy: 'service', groupBy: 'code' } },
  globals: { theme: 'dark' },
};

export const RightToLeft: Story = {
  args: {
    frames: [byCode],
    locale: 'ar',
    title: 'نموذج',
    options: { categoryBy: 'service', groupBy: 'code', stacking: 'normal' },
  },
  render: (args) => (
    <Tile dir="rtl">
      <BarChartView {...args} />
    </Tile>
  ),
};
