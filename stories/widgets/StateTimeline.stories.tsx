import { StateTimelineView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange, sampleWave } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';
import { speakFirstMark } from './hoverMark.ts';
import { sampleChecks, sampleModes } from './sampleStates.ts';

const thresholds = [
  { color: 'good', label: 'fine' },
  { value: 0.6, color: 'warning', label: 'busy' },
  { value: 0.85, color: 'critical', label: 'overloaded' },
];

const meta: Meta<typeof StateTimelineView> = {
  title: 'Widgets/State timeline',
  component: StateTimelineView,
  args: {
    frames: [sampleChecks],
    title: 'Sample load',
    timeRange: sampleRange,
    width: 640,
    height: 240,
    field: { unit: 'percentunit', thresholds },
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <StateTimelineView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof StateTimelineView>;

export const Thresholds: Story = {
  play: async ({ canvasElement }) => {
    const spoken = await speakFirstMark(canvasElement, '{ArrowRight}{ArrowDown}{End}');
    await expect(spoken).toMatch(/ – 12:00:00: node-2 (fine|busy|overloaded) for /);
    await expect(canvasElement.querySelector('.gp-mark-ring')).toBeVisible();
  },
};

export const MappedTexts: Story = {
  args: {
    frames: [sampleModes],
    field: {
      mappings: [
        { pattern: 'run.*', text: 'at work', color: 'good' },
        { pattern: 'wait.*', text: 'waiting', color: '#b8500a' },
      ],
    },
  },
};

export const ScaleOfColors: Story = {
  args: { field: { unit: 'percentunit', decimals: 0, color: { by: 'scale', scale: 'blues' } } },
};

export const MoreSeriesThanRoom: Story = {
  args: {
    frames: [
      sampleFrame(
        Array.from({ length: 40 }, (_, index) => ({
          name: 'load',
          labels: { pod: index === 0 ? '<b>\u202epod</b>' : `pod-${index}${'-long'.repeat(index)}` },
          shape: sampleWave(0.5, 0.4, 1 + index / 7, 0),
        })),
        61,
      ),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^and \d+ more series, for which there is no room$/)).toBeVisible();
  },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Dark: Story = { args: { frames: [sampleChecks, sampleModes] }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <StateTimelineView {...args} />
    </Tile>
  ),
};
