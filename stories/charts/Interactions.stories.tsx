import { TimeSeriesView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleFrame, sampleRange, sampleWalk, sampleWave } from './sampleData.ts';
import { Tile } from './Tile.tsx';

const latency = sampleFrame(
  Array.from({ length: 24 }, (_, index) => ({
    name: 'latency',
    labels: { instance: `api-${index + 1}.eu-central-1` },
    shape: sampleWalk(0.1 + index * 0.02, 0.02),
  })),
);
const modes = sampleFrame([
  { name: 'cpu', labels: { mode: 'user' }, shape: sampleWave(0.42, 0.12, 2, 0.06) },
  { name: 'cpu', labels: { mode: 'system' }, shape: sampleWave(0.18, 0.05, 3, 0.03) },
  { name: 'cpu', labels: { mode: 'iowait' }, shape: sampleWave(0.05, 0.03, 4, 0.02) },
]);
const links = [
  { title: 'Logs', url: 'https://logs.example.com/?mode={{mode}}&from={{__from}}' },
  { title: 'Runbook', url: '/runbooks/{{mode}}', isNewTab: true },
  { title: 'never shown', url: 'javascript:alert(1)' },
];

const meta: Meta<typeof TimeSeriesView> = {
  title: 'Charts/Interactions',
  component: TimeSeriesView,
  args: {
    frames: [modes],
    title: 'Sample CPU by mode',
    field: { unit: 'percentunit', links },
    timeRange: sampleRange,
    width: 640,
    height: 260,
    locale: 'en-US',
    timeZone: 'UTC',
    onPointClick: fn(),
  },
  render: (args) => (
    <Tile>
      <TimeSeriesView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof TimeSeriesView>;

async function pin(canvasElement: HTMLElement): Promise<void> {
  const plot = within(canvasElement).getByRole('application');
  plot.focus();
  await userEvent.keyboard('{End}{PageUp}{PageUp}{PageUp}{ArrowDown}{Enter}');
}

/** Enter, or a click, pins the values: they can be sorted and copied, and have the links of the field. */
export const Pinned: Story = {
  async play({ canvasElement, args }) {
    await pin(canvasElement);
    const dialog = within(canvasElement).getByRole('dialog', { name: /^Values,/ });
    await expect(within(dialog).getAllByRole('link', { name: 'Logs' })[1]).toHaveAttribute(
      'href',
      `https://logs.example.com/?mode=system&from=${sampleRange.startMs}`,
    );
    await expect(within(dialog).queryByText('never shown')).toBeNull();
    await expect(args.onPointClick).toHaveBeenCalledOnce();
    await expect(args.onPointClick).toHaveBeenCalledWith(
      expect.objectContaining({ seriesName: 'system', labels: { __name__: 'cpu', mode: 'system' } }),
    );
  },
};

export const PinnedDark: Story = { ...Pinned, globals: { theme: 'dark' } };

/** What does not fit is scrolled; the host does not listen, so that the lines are no buttons. */
export const PinnedManySeries: Story = {
  args: { frames: [latency], field: { unit: 's' }, title: 'Sample latency', width: 340, onPointClick: undefined },
  play: ({ canvasElement }) => pin(canvasElement),
};

export const LegendTable: Story = {
  args: { options: { legend: { mode: 'table', values: ['min', 'max', 'mean', 'last', 'sum'] } }, height: 300 },
  async play({ canvasElement }) {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Mean' }));
  },
};

export const LegendTableDark: Story = { ...LegendTable, globals: { theme: 'dark' } };

export const LegendTableRight: Story = {
  args: {
    frames: [latency],
    field: { unit: 's' },
    width: 720,
    options: { legend: { mode: 'table', placement: 'right' } },
  },
};

export const LegendTableNarrowRightToLeft: Story = {
  args: {
    width: 260,
    height: 300,
    locale: 'ar',
    options: { legend: { mode: 'table' } },
  },
  render: (args) => (
    <Tile dir="rtl">
      <TimeSeriesView {...args} />
    </Tile>
  ),
  play: ({ canvasElement }) => pin(canvasElement),
};
