import type { Frame } from '@glasspane/core';
import { TreemapView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

const MiB = 1024 ** 2;

function pods(series: readonly (readonly [string, string, number])[]): Frame {
  return sampleFrame(
    series.map(([namespace, pod, value]) => ({ name: 'memory', labels: { namespace, pod }, shape: () => value })),
    1,
  );
}

const memory = pods(
  (
    [
      ['shop', ['web', 820], ['api', 640], ['search', 410], ['cart', 160], ['mail', 48]],
      ['data', ['postgres', 1900], ['redis', 350], ['backup', 90]],
      ['observability', ['prometheus', 730], ['loki', 260], ['alertmanager', 40]],
      ['kube-system', ['dns', 70], ['proxy', 44], ['csi', 36], ['metrics', 24]],
    ] as const
  ).flatMap(([namespace, ...list]) => list.map(([pod, value]) => [namespace, pod, value * MiB] as const)),
);
const many = pods(Array.from({ length: 5000 }, (_, index) => ['all', `pod-${index}`, (5000 / (index + 1)) * MiB]));

const meta: Meta<typeof TreemapView> = {
  title: 'Widgets/Treemap',
  component: TreemapView,
  args: {
    frames: [memory],
    title: 'Sample memory by pod',
    field: { unit: 'bytes' },
    options: { path: ['namespace', 'pod'] },
    timeRange: sampleRange,
    width: 560,
    height: 300,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <TreemapView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof TreemapView>;

export const ByTwoLabels: Story = {
  args: { onPointClick: fn() },
  play: async ({ args, canvas, canvasElement }) => {
    await expect(
      canvas.getByRole('img', { name: /15 cells, the largest is data › postgres with 1\.86\sGiB, 34%\.$/ }),
    ).toBeVisible();
    canvas.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(canvasElement.querySelector('[aria-live]')).toHaveTextContent(/^data › redis: 6\.2% 350\sMiB$/);
    await userEvent.keyboard('{Enter}');
    await expect(args.onPointClick).toHaveBeenCalledWith(expect.objectContaining({ seriesName: 'redis' }));
  },
};

export const BySeries: Story = { args: { options: { cellValue: 'percent' } } };

export const ColoursOfAScale: Story = {
  args: { field: { unit: 'bytes', min: 0, max: 2000 * MiB, color: { by: 'scale', scale: 'blues' } } },
};

export const Thresholds: Story = {
  args: {
    field: {
      unit: 'bytes',
      color: { by: 'thresholds' },
      thresholds: [
        { color: 'good' },
        { value: 500 * MiB, color: 'warning', label: 'large' },
        { value: 1024 * MiB, color: 'critical', label: 'too large' },
      ],
    },
  },
};

export const ThousandsOfSeries: Story = {
  args: { frames: [many], options: {} },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('img', { name: /^Sample memory by pod: 200 cells/ })).toBeVisible();
  },
};

export const HostileNames: Story = {
  args: {
    frames: [
      pods([
        ['<img src=x onerror=alert(1)>', '\u202Eelbisrever', 1e308],
        ['<img src=x onerror=alert(1)>', 'long '.repeat(2000), 1e308],
        ['مرحبا', '', 9e307],
        ['b', 'negative', -4],
        ['b', 'not a number', Number.NaN],
      ]),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1 below zero and 1 without a finite value left out')).toBeVisible();
  },
};

export const OneCell: Story = { args: { frames: [pods([['shop', 'web', 5 * MiB]])] } };

export const AllZero: Story = { args: { frames: [pods([['shop', 'web', 0]])] } };

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Small: Story = { args: { width: 300, height: 200 } };

export const Dark: Story = { args: { width: 900, height: 400 }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <TreemapView {...args} />
    </Tile>
  ),
};
