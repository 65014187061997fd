import type { Frame } from '@glasspane/core';
import { PieView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sampleFrame, sampleRange } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

function parts(values: Readonly<Record<string, number>>): Frame {
  return sampleFrame(
    Object.entries(values).map(([tenant, value]) => ({ name: 'bytes', labels: { tenant }, shape: () => value })),
    1,
  );
}

const GiB = 1024 ** 3;
const storage = parts({ acme: 310 * GiB, globex: 205 * GiB, initech: 96 * GiB, umbrella: 51 * GiB, hooli: 18 * GiB });
const many = parts(
  Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`tenant-${index + 1}`, 500 / (index + 1)])),
);
const table: Frame = {
  length: 3,
  fields: [
    { kind: 'string', name: 'plan', values: ['Free', 'Team', 'Enterprise'] },
    { kind: 'number', name: 'users', labels: {}, values: Float64Array.of(1200, 450, 90) },
  ],
};

const meta: Meta<typeof PieView> = {
  title: 'Widgets/Pie',
  component: PieView,
  args: {
    frames: [storage],
    title: 'Sample storage by tenant',
    field: { unit: 'bytes' },
    timeRange: sampleRange,
    width: 460,
    height: 240,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <PieView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof PieView>;

export const Donut: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(
      canvas.getByRole('img', { name: /5 slices of 680\sGiB, the largest is acme with 46%\.$/ }),
    ).toBeVisible();
    canvas.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(canvasElement.querySelector('[aria-live]')).toHaveTextContent(/^globex: 30% 205\sGiB$/);
  },
};

export const WholeDisc: Story = { args: { options: { shape: 'pie', labelValue: 'both' } } };

export const WithLegend: Story = { args: { options: { labels: 'legend' } } };

export const Others: Story = {
  args: { frames: [many], field: {}, height: 300, options: { maxSlices: 12 } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('rowheader', { name: '49 others' })).toBeInTheDocument();
  },
};

export const RowsOfATable: Story = { args: { frames: [table], field: {} } };

export const LeftOut: Story = {
  args: { frames: [parts({ a: 30, b: -20, c: 0, d: Number.NaN, e: 12 })], field: {} },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1 below zero and 1 without a finite value left out')).toBeVisible();
  },
};

export const OneSlice: Story = { args: { frames: [parts({ acme: 42 })], field: {} } };

export const AllZero: Story = {
  args: { frames: [parts({ a: 0, b: 0 })], field: {} },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('All values are zero')).toBeVisible();
  },
};

export const HostileNames: Story = {
  args: {
    frames: [
      parts({
        '<img src=x onerror=alert(1)>': 1e308,
        '\u202Eelbisrever': 1e308,
        ['long '.repeat(2000)]: 9e307,
        مرحبا: 1e307,
      }),
    ],
    field: {},
  },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Small: Story = { args: { width: 300, height: 200 } };

export const Dark: Story = { args: { width: 900, height: 400 }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar', options: { labels: 'legend' } },
  render: (args) => (
    <Tile dir="rtl">
      <PieView {...args} />
    </Tile>
  ),
};
