import { BarGaugeView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const thresholds = [
  { color: 'good' },
  { value: 0.6, color: 'warning', label: 'busy' },
  { value: 0.85, color: 'critical', label: 'overloaded' },
];
const levels = (values: readonly number[], name = (index: number) => `node-${index + 1}`) =>
  sampleFrame(
    values.map((level, index) => ({ name: 'cpu', labels: { instance: name(index) }, shape: () => level })),
    1,
  );
const nodes = levels([0.22, 0.71, 0.48, 0.93]);

const meta: Meta<typeof BarGaugeView> = {
  title: 'Widgets/Bar gauge',
  component: BarGaugeView,
  args: {
    frames: [nodes],
    title: 'Sample CPU',
    field: { unit: 'percentunit', thresholds },
    timeRange: sampleRange,
    width: 480,
    height: 200,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <BarGaugeView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof BarGaugeView>;

export const Horizontal: Story = {
  play: async ({ canvas }) => {
    const meter = canvas.getByRole('meter', { name: 'node-2' });
    await expect(meter).toHaveAttribute('aria-valuenow', '0.71');
    await expect(meter).toHaveAttribute('aria-valuetext', '71%, busy');
  },
};

export const Vertical: Story = { args: { options: { orientation: 'vertical' }, height: 240 } };

export const Gradient: Story = { args: { options: { fill: 'gradient' } } };

export const Segmented: Story = { args: { options: { fill: 'segmented' } } };

export const VerticalSegmented: Story = {
  args: { options: { fill: 'segmented', orientation: 'vertical' }, height: 240 },
};

export const ByScale: Story = {
  args: {
    frames: [levels([-30, 12, 44, 80, -70])],
    field: { unit: 'celsius', min: -100, max: 100, color: { by: 'scale', scale: 'blue-orange' } },
    options: { fill: 'gradient' },
  },
};

export const OneSeries: Story = { args: { frames: [levels([0.71])], height: 80 } };

export const MoreThanThereIsRoomFor: Story = {
  args: { frames: [levels(Array.from({ length: 40 }, (_, index) => index / 40))], height: 180 },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('and 33 more, for which there is no room')).toBeVisible();
  },
};

export const LongNames: Story = {
  args: {
    frames: [levels([0.4, 0.8], (index) => `frontend-${index}-7d9f8b6c5-x2x4z.production.svc.cluster.local:8080`)],
    width: 360,
    height: 100,
  },
};

export const NamesAbove: Story = { args: { width: 200, height: 200 } };

export const Tiny: Story = { args: { width: 120, height: 60, frames: [levels([0.22, 0.71])] } };

export const TinyVertical: Story = { args: { width: 120, height: 60, options: { orientation: 'vertical' } } };

export const NotANumber: Story = {
  args: { frames: [levels([Number.NaN, Number.POSITIVE_INFINITY, 0.3])], height: 120 },
};

export const Empty: Story = { args: { frames: [] } };

export const Large: Story = { args: { width: 1100, height: 500 } };

export const Dark: Story = { args: { options: { fill: 'gradient' } }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar', frames: [levels([0.22, 0.93], (index) => `خادم ${index + 1}`)], height: 110 },
  render: (args) => (
    <Tile dir="rtl">
      <BarGaugeView {...args} />
    </Tile>
  ),
};
