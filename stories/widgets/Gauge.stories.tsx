import { GaugeView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const thresholds = [
  { color: 'good' },
  { value: 0.6, color: 'warning', label: 'busy' },
  { value: 0.85, color: 'critical', label: 'overloaded' },
];
const one = (value: number): ReturnType<typeof sampleFrame> => sampleFrame([{ name: 'cpu', shape: () => value }], 1);
const nodes = sampleFrame(
  [0.22, 0.71, 0.48, 0.93].map((level, index) => ({
    name: 'cpu',
    labels: { instance: `node-${index + 1}` },
    shape: () => level,
  })),
  1,
);

const meta: Meta<typeof GaugeView> = {
  title: 'Widgets/Gauge',
  component: GaugeView,
  args: {
    frames: [one(0.71)],
    title: 'Sample CPU',
    field: { unit: 'percentunit', thresholds },
    timeRange: sampleRange,
    width: 240,
    height: 170,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <GaugeView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof GaugeView>;

export const WithThresholds: Story = {
  play: async ({ canvas }) => {
    const meter = canvas.getByRole('meter', { name: 'cpu' });
    await expect(meter).toHaveAttribute('aria-valuenow', '0.71');
    await expect(meter).toHaveAttribute('aria-valuetext', '71%, busy');
  },
};

export const WithoutThresholds: Story = {
  args: {
    frames: [sampleFrame([{ name: 'memory', shape: () => 5.3 * 1024 ** 3 }], 1)],
    field: { unit: 'bytes', max: 8 * 1024 ** 3 },
  },
};

export const SeveralSeries: Story = { args: { frames: [nodes], width: 520 } };

export const BeyondItsEnds: Story = { args: { frames: [one(1.7)], field: { unit: 'percentunit', max: 1 } } };

export const NotANumber: Story = { args: { frames: [one(Number.NaN)] } };

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Large: Story = { args: { width: 900, height: 560 } };

export const Dark: Story = { args: { frames: [nodes], width: 520 }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { frames: [nodes], width: 520, locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <GaugeView {...args} />
    </Tile>
  ),
};
