import { StatView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange, sampleWave } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const thresholds = [
  { color: 'good' },
  { value: 0.6, color: 'warning', label: 'busy' },
  { value: 0.85, color: 'critical', label: 'overloaded' },
];
const load = sampleFrame([{ name: 'load', shape: sampleWave(1.4, 0.6, 2, 0.3) }]);
const busy = sampleFrame([{ name: 'cpu', shape: sampleWave(0.7, 0.05, 2, 0.05) }]);
const nodes = sampleFrame(
  [0.22, 0.71, 0.48, 0.93].map((level, index) => ({
    name: 'cpu',
    labels: { instance: `node-${index + 1}` },
    shape: sampleWave(level, 0.03, 2, 0.03),
  })),
);

const meta: Meta<typeof StatView> = {
  title: 'Widgets/Stat',
  component: StatView,
  args: {
    frames: [load],
    title: 'Sample load',
    timeRange: sampleRange,
    width: 240,
    height: 120,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <StatView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof StatView>;

export const WithSparkline: Story = {};

/** A day before, the same load was a fifth lower. */
const earlierLoad = sampleFrame([{ name: 'load', shape: sampleWave(1.1, 0.6, 2, 0.3) }]);
const earlierNodes = sampleFrame(
  [0.2, 0.8, 0.48, 0.7].map((level, index) => ({
    name: 'cpu',
    labels: { instance: `node-${index + 1}` },
    shape: sampleWave(level, 0.03, 2, 0.03),
  })),
);

export const Compared: Story = {
  args: { frames: [load, earlierLoad], refIds: ['A', 'A-1d'], options: { compare: '1d', deltaGood: 'down' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^up \d.*% from 1 day earlier, when it was /)).toBeInTheDocument();
  },
};

export const SeveralCompared: Story = {
  args: {
    frames: [nodes, earlierNodes],
    refIds: ['A', 'A-1w'],
    width: 480,
    height: 200,
    field: { unit: 'percentunit', thresholds },
    options: { compare: '1w', deltaGood: 'down', colorMode: 'background' },
  },
};

export const TinyCompared: Story = {
  args: {
    frames: [load, earlierLoad],
    refIds: ['A', 'A-1d'],
    width: 120,
    height: 60,
    options: { compare: '1d', deltaGood: 'up' },
  },
};

export const ColorsByValue: Story = {
  args: {
    frames: [nodes],
    width: 480,
    field: { unit: 'percentunit', min: 0, max: 1, color: { by: 'scale', scale: 'blue-orange' } },
    options: { colorMode: 'background' },
  },
};

export const WithoutSparkline: Story = { args: { options: { hasSparkline: false } } };

export const ThresholdColor: Story = { args: { frames: [busy], field: { unit: 'percentunit', thresholds } } };

export const ThresholdBackground: Story = {
  args: { frames: [busy], field: { unit: 'percentunit', thresholds }, options: { colorMode: 'background' } },
};

export const Mapped: Story = {
  args: {
    frames: [sampleFrame([{ name: 'up', shape: () => 1 }], 1)],
    field: { mappings: [{ value: 1, text: 'Up', color: 'good' }] },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Up')).toBeVisible();
  },
};

export const SeveralSeries: Story = {
  args: { frames: [nodes], width: 480, field: { unit: 'percentunit', thresholds } },
};

export const MoreThanThereIsRoomFor: Story = {
  args: {
    width: 420,
    height: 180,
    field: { unit: 'ms' },
    frames: [
      sampleFrame(
        Array.from({ length: 60 }, (_, index) => ({
          name: 'wait',
          labels: { pod: `pod-${index}` },
          shape: () => index * 3.7,
        })),
        1,
      ),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('and 48 more, for which there is no room')).toBeVisible();
  },
};

export const NotANumber: Story = { args: { frames: [sampleFrame([{ name: 'ratio', shape: () => Number.NaN }], 1)] } };

export const Infinite: Story = {
  args: { frames: [sampleFrame([{ name: 'ratio', shape: () => Number.POSITIVE_INFINITY }], 1)] },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60, field: { unit: 'bytes' } } };

export const Large: Story = { args: { width: 1200, height: 500, field: { unit: 'reqps' } } };

export const LongNames: Story = {
  args: {
    width: 360,
    frames: [
      sampleFrame(
        ['a', 'b'].map((part) => ({
          name: 'requests',
          labels: { instance: `frontend-${part}-7d9f8b6c5-x2x4z.production.svc.cluster.local:8080` },
          shape: sampleWave(300, 50, 2, 20),
        })),
      ),
    ],
  },
};

export const Dark: Story = {
  args: { frames: [nodes], width: 480, field: { unit: 'percentunit', thresholds } },
  globals: { theme: 'dark' },
};

export const RightToLeft: Story = {
  args: { frames: [nodes], width: 480, locale: 'ar', field: { unit: 'percentunit', thresholds } },
  render: (args) => (
    <Tile dir="rtl">
      <StatView {...args} />
    </Tile>
  ),
};
