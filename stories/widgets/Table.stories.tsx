import { TableView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const labels = (index: number): Record<string, string> => ({
  instance: `api-${index + 1}`,
  region: ['eu', 'us', 'ap'][index % 3] ?? '',
  version: `1.4.${index % 4}`,
});
const instances = (name: string, count: number, factor: number): ReturnType<typeof sampleFrame> =>
  sampleFrame(
    Array.from({ length: count }, (_, index) => ({
      name,
      labels: labels(index),
      shape: () => ((index * 37) % 101) * factor,
    })),
    1,
  );

const meta: Meta<typeof TableView> = {
  title: 'Widgets/Table',
  component: TableView,
  args: {
    frames: [instances('requests', 14, 6), instances('errors', 9, 0.1)],
    title: 'Sample requests by instance',
    field: { unit: 'reqps', thresholds: [{ color: 'neutral' }, { value: 400, color: 'serious', label: 'busy' }] },
    timeRange: sampleRange,
    width: 640,
    height: 280,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <TableView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof TableView>;

export const TwoQueries: Story = {};

export const Sorting: Story = {
  play: async ({ canvasElement, canvas }) => {
    const firstCell = (): string | null | undefined => canvasElement.querySelector('tbody td')?.textContent;
    await userEvent.click(canvas.getByRole('button', { name: 'requests' }));
    await expect(canvas.getByRole('columnheader', { name: 'requests' })).toHaveAttribute('aria-sort', 'descending');
    await expect(firstCell()).toBe('api-9');
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('columnheader', { name: 'requests' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(firstCell()).toBe('api-1');
  },
};

export const WithoutLabels: Story = {
  args: { frames: [sampleFrame([{ name: 'up', shape: () => 1 }], 1)], field: {} },
};

export const ManyRows: Story = {
  args: { frames: [instances('requests', 3000, 1)], field: {} },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Showing 500 of 3,000 rows')).toBeVisible();
  },
};

export const NotANumber: Story = {
  args: {
    frames: [
      sampleFrame(
        [Number.NaN, Number.POSITIVE_INFINITY, 3].map((value, index) => ({
          name: 'ratio',
          labels: labels(index),
          shape: () => value,
        })),
        1,
      ),
    ],
    field: {},
  },
};

export const Empty: Story = { args: { frames: [] } };

/** The last value stays in sight, whatever labels stand before it. */
export const Narrow: Story = {
  args: { width: 220, height: 160 },
  play: async ({ canvas }) => {
    const room = canvas.getByRole('region', { name: 'Sample requests by instance' }).getBoundingClientRect();
    const value = canvas.getByRole('columnheader', { name: 'errors' }).getBoundingClientRect();
    await expect([value.left > room.left, Math.round(value.right) <= Math.round(room.right)]).toEqual([true, true]);
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <TableView {...args} />
    </Tile>
  ),
};
