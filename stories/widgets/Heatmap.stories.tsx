import { HeatmapView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange, withSampleGaps } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';
import { speakFirstMark } from './hoverMark.ts';
import { sampleBuckets, sampleValues } from './sampleBuckets.ts';

const buckets = sampleBuckets();

const meta: Meta<typeof HeatmapView> = {
  title: 'Widgets/Heatmap',
  component: HeatmapView,
  args: {
    frames: [buckets],
    title: 'Sample response times',
    timeRange: sampleRange,
    width: 720,
    height: 320,
    field: { unit: 's' },
    options: { countUnit: 'reqps' },
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <HeatmapView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof HeatmapView>;

export const PrometheusBuckets: Story = {};

export const KeyboardReadsCells: Story = {
  play: async ({ canvasElement }) => {
    const spoken = await speakFirstMark(canvasElement, '{ArrowRight}{PageDown}{ArrowUp}{ArrowRight}');
    await expect(spoken).toBe('Wed, Mar 11, 2026, 06:00:00 – 06:03:00: 5\u00a0ms – 10\u00a0ms 0.582\u00a0req/s');
    await expect(canvasElement.querySelector('.gp-mark-ring')).toBeVisible();
  },
};

export const OtherColors: Story = { args: { field: { unit: 's', color: { by: 'scale', scale: 'viridis' } } } };

export const LogarithmicColors: Story = { args: { options: { countUnit: 'reqps', colorScale: 'log' } } };

export const FewCells: Story = { args: { frames: [sampleBuckets(25)] } };

export const ThousandsOfCells: Story = {
  args: {
    frames: [sampleValues(200, 721)],
    field: { unit: 'percent' },
    options: { bucketCount: 60 },
    width: 1200,
    height: 400,
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('canvas')).toBeVisible();
  },
};

export const Values: Story = { args: { frames: [sampleValues()], field: { unit: 'percent' }, options: {} } };

export const LogarithmicBuckets: Story = {
  args: {
    frames: [
      sampleFrame(
        Array.from({ length: 20 }, (_, index) => ({
          name: 'size',
          labels: { index: String(index) },
          shape: (_position, random) => 10 ** (1 + random() * 5),
        })),
      ),
    ],
    field: { unit: 'bytes' },
    options: { bucketScale: 'log' },
  },
};

export const Gaps: Story = {
  args: { frames: [withSampleGaps(buckets, (position) => position > 0.4 && position < 0.5)] },
};

export const Empty: Story = {
  args: { frames: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No values in this time range')).toBeVisible();
  },
};

export const LeavesOutWhatHasNoBound: Story = {
  args: {
    frames: [buckets, sampleFrame([{ name: '<img src=x>', labels: { le: '\u202e<b>' }, shape: () => 1 }], 121)],
    options: { source: 'cumulative' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Left out: 1 series without a bound (le)')).toBeVisible();
  },
};

export const Small: Story = { args: { width: 300, height: 200 } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <HeatmapView {...args} />
    </Tile>
  ),
};
