import { HistogramView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange, sampleWave } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';
import { speakFirstMark } from './hoverMark.ts';
import { sampleBuckets } from './sampleBuckets.ts';

const services = sampleFrame(
  ['api', 'web', 'worker'].map((service, index) => ({
    name: 'requests',
    labels: { service },
    shape: sampleWave(120 + 45 * index, 30, 2 + index, 40),
  })),
);

const meta: Meta<typeof HistogramView> = {
  title: 'Widgets/Histogram',
  component: HistogramView,
  args: {
    frames: [services],
    title: 'Sample requests',
    timeRange: sampleRange,
    width: 640,
    height: 300,
    field: { unit: 'reqps' },
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <HistogramView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof HistogramView>;

export const StackedBySeries: Story = {
  play: async ({ canvasElement }) => {
    await expect(await speakFirstMark(canvasElement, '{ArrowRight}{ArrowRight}')).toMatch(
      /^\d+ – \d+ req\/s|req\/s: api \d+/,
    );
    await expect(canvasElement.querySelector('.gp-mark-ring')).toBeVisible();
  },
};

export const Combined: Story = { args: { options: { isCombined: true, bucketSize: 10, show: 'percent' } } };

export const PrometheusBuckets: Story = {
  args: { frames: [sampleBuckets(121, { path: '/search' })], field: { unit: 's' }, options: { countUnit: 'reqps' } },
};

export const LeavesOutWhatIsNotFinite: Story = {
  args: {
    frames: [
      sampleFrame([
        { name: '<img src=x>', shape: (at) => (at < 0.1 ? Number.POSITIVE_INFINITY : at) },
        { name: `\u202e${'x'.repeat(10_000)}`, shape: () => 1e308 },
      ]),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Left out: 36 values that are not finite')).toBeVisible();
  },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <HistogramView {...args} />
    </Tile>
  ),
};
