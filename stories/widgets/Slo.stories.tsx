import type { Frame } from '@glasspane/core';
import { SloView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const month = { startMs: sampleRange.endMs - 30 * 86_400_000, endMs: sampleRange.endMs };

function ratios(byWindow: Readonly<Record<string, number>>): Readonly<Record<string, Frame>> {
  const entries = Object.entries(byWindow).map(([window, ratio]) => [
    window,
    sampleFrame([{ name: 'error_ratio', shape: () => ratio }], 1),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, Frame>>;
}

function courseOf(shape: (position: number) => number): Frame {
  return sampleFrame([{ name: 'error_ratio', shape }], 361, month);
}

const calm = { '5m': 0.0001, '30m': 0.0002, '1h': 0.0003, '6h': 0.0005, '3d': 0.0004, '30d': 0.00038 };
const course = courseOf((at) => 0.0001 + 0.0002 * at + (at > 0.55 ? 0.0003 : 0) - (at > 0.8 ? 0.0002 : 0));

const meta: Meta<typeof SloView> = {
  title: 'Widgets/SLO',
  component: SloView,
  args: {
    frames: { windows: ratios(calm), course },
    title: 'Sample checkout availability',
    timeRange: sampleRange,
    width: 560,
    height: 260,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <SloView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof SloView>;

export const Met: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText('Within the budget', { selector: 'text' })).toBeVisible();
    canvas.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(canvasElement.querySelector('[aria-live]')).toHaveTextContent(
      'The last 1h: Burn rate 0.30×, Bad 0.03%, page above 14.4× (with 5m) calm',
    );
  },
};

export const Page: Story = {
  args: {
    frames: {
      windows: ratios({ ...calm, '5m': 0.031, '30m': 0.02, '1h': 0.0163, '6h': 0.0042, '3d': 0.0009, '30d': 0.0007 }),
      course,
    },
  },
};

export const Ticket: Story = {
  args: { frames: { windows: ratios({ ...calm, '6h': 0.0014, '3d': 0.0012, '30d': 0.0008 }), course } },
};

export const UsedUp: Story = {
  args: { frames: { windows: ratios({ ...calm, '30d': 0.00162 }), course: courseOf((at) => 0.0002 + 0.00142 * at) } },
};

export const NoTraffic: Story = {
  args: { frames: { windows: ratios(Object.fromEntries(Object.keys(calm).map((window) => [window, Number.NaN]))) } },
};

export const NoSeries: Story = { args: { frames: { windows: {} } } };

export const NotARatio: Story = {
  args: { frames: { windows: ratios({ ...calm, '30d': 1.4, '5m': Number.POSITIVE_INFINITY }) } },
};

export const NothingMayFail: Story = { args: { options: { objective: 1 }, frames: { windows: ratios(calm) } } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Small: Story = { args: { width: 300, height: 200 } };

export const Dark: Story = { args: { width: 900, height: 400 }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <SloView {...args} />
    </Tile>
  ),
};
