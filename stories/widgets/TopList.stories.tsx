import type { Frame } from '@glasspane/core';
import { TopListView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

function ranked(count: number, name: (index: number) => string, value: (index: number) => number): Frame {
  return sampleFrame(
    Array.from({ length: count }, (_, index) => ({
      name: 'requests',
      labels: { path: name(index) },
      shape: () => value(index),
    })),
    1,
  );
}

const paths = ['/checkout', '/search', '/cart', '/products/{id}', '/login', '/payment', '/help'];
const requests = ranked(
  7,
  (index) => paths[index] ?? '',
  (index) => [420, 1310, 268, 655, 93, 187, 12][index] ?? 0,
);
const many = ranked(
  60,
  (index) => `worker-${index + 1}`,
  (index) => 9000 / (index + 1),
);

const meta: Meta<typeof TopListView> = {
  title: 'Widgets/Top list',
  component: TopListView,
  args: {
    frames: [requests],
    title: 'Sample requests by path',
    field: { unit: 'reqps' },
    timeRange: sampleRange,
    width: 420,
    height: 200,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <TopListView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof TopListView>;

export const Descending: Story = {
  play: async ({ canvas }) => {
    const texts = canvas.getAllByRole('listitem').map((item) => item.textContent?.replace(/\s/g, ' '));
    await expect(texts.slice(0, 2)).toEqual(['/search1.31K req/s44%', '/products/{id}655 req/s22%']);
  },
};

export const Others: Story = {
  args: { frames: [many], field: {}, options: { limit: 5 } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('55 others')).toBeVisible();
  },
};

export const WithoutOthers: Story = {
  args: { frames: [many], field: {}, options: { order: 'ascending', hasOthers: false } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('and 53 more')).toBeVisible();
  },
};

export const Links: Story = {
  args: {
    field: {
      unit: 'reqps',
      links: [{ title: 'Logs', url: 'https://logs.example.test/?path={{path}}&from={{__from}}' }],
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: '/products/{id}' })).toHaveAttribute(
      'href',
      expect.stringContaining('path=%2Fproducts%2F%7Bid%7D&from='),
    );
  },
};

export const Chosen: Story = {
  args: { onPointClick: fn() },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: '/cart' }));
    await expect(args.onPointClick).toHaveBeenCalledWith(expect.objectContaining({ seriesName: '/cart', value: 268 }));
  },
};

export const Thresholds: Story = {
  args: {
    field: {
      unit: 'reqps',
      color: { by: 'thresholds' },
      thresholds: [
        { color: 'good' },
        { value: 300, color: 'warning', label: 'busy' },
        { value: 1000, color: 'critical' },
      ],
    },
  },
};

export const Negative: Story = {
  args: {
    frames: [
      ranked(
        4,
        (index) => `shop-${index + 1}`,
        (index) => [120, -340, 60, -15][index] ?? 0,
      ),
    ],
    field: { unit: 'currencyEUR' },
  },
};

export const HostileNames: Story = {
  args: {
    frames: [
      ranked(
        5,
        (index) => ['<img src=x onerror=alert(1)>', '\u202Eelbisrever', 'long '.repeat(2000), 'مرحبا', ''][index] ?? '',
        (index) => [1e308, 1e308, 3, Number.NaN, Number.POSITIVE_INFINITY][index] ?? 0,
      ),
    ],
  },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Dark: Story = { args: { width: 900, height: 400 }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <TopListView {...args} />
    </Tile>
  ),
};
