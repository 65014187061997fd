import type { FrameViewProps } from '@glasspane/react';
import type { StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleFrame, sampleRange, sampleWave } from '../charts/sampleData.ts';
import { speakFirstMark } from './hoverMark.ts';
import { sampleChecks, sampleModes } from './sampleStates.ts';

// What a state timeline and a status history show alike.
type Story = StoryObj<FrameViewProps>;

const thresholds = [
  { color: 'good', label: 'fine' },
  { value: 0.6, color: 'warning', label: 'busy' },
  { value: 0.85, color: 'critical', label: 'overloaded' },
];

/** The usual arguments of both. */
export const stateArgs: FrameViewProps = {
  frames: [sampleChecks],
  title: 'Sample load',
  timeRange: sampleRange,
  width: 640,
  height: 240,
  field: { unit: 'percentunit', thresholds },
  locale: 'en-US',
  timeZone: 'UTC',
};

export const judged: Story = {
  play: async ({ canvasElement }) => {
    const spoken = await speakFirstMark(canvasElement, '{ArrowRight}{ArrowDown}{End}');
    await expect(spoken).toMatch(/ – 12:00:00: node-2 (fine|busy|overloaded) for /);
    await expect(canvasElement.querySelector('.gp-mark-ring')).toBeVisible();
  },
};

export const mappedTexts: Story = {
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

export const scaleOfColors: Story = {
  args: { field: { unit: 'percentunit', decimals: 0, color: { by: 'scale', scale: 'blues' } } },
};

export const moreSeriesThanRoom: Story = {
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

export const empty: Story = { args: { frames: [] } };

export const tiny: Story = { args: { width: 120, height: 60 } };

export const dark: Story = { args: { frames: [sampleChecks, sampleModes] }, globals: { theme: 'dark' } };
