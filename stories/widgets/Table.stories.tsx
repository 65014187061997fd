import type { NumberField } from '@glasspane/core';
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

const numbers = (name: string, values: ArrayLike<number>): NumberField => ({
  kind: 'number',
  name,
  labels: {},
  values: Float64Array.from(values),
});

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

const firstCells = (root: HTMLElement): readonly (string | null | undefined)[] =>
  [...root.querySelectorAll('[role="gridcell"][aria-colindex="1"]')].slice(0, 3).map((cell) => cell.textContent);

export const Sorting: Story = {
  play: async ({ canvasElement, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'requests' }));
    await expect(canvas.getByRole('columnheader', { name: 'requests' })).toHaveAttribute('aria-sort', 'descending');
    await expect(firstCells(canvasElement)[0]).toBe('api-9');
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('columnheader', { name: 'requests' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(firstCells(canvasElement)[0]).toBe('api-1');
    await userEvent.click(canvas.getByRole('button', { name: 'region' }));
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(canvas.getByRole('button', { name: 'requests' }));
    await user.keyboard('{/Shift}');
    await expect(firstCells(canvasElement)).toEqual(['api-9', 'api-6', 'api-3']);
  },
};

/** Text that a column holds, or some of its texts; of numbers, from and to. */
export const Filtering: Story = {
  play: async ({ canvasElement, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Filter by region' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: /eu/ }));
    await expect(canvas.getByRole('status')).toHaveTextContent('5 of 14 rows');
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Filter by requests' }));
    await userEvent.type(canvas.getByRole('spinbutton', { name: 'From' }), '200');
    await expect(firstCells(canvasElement)).toEqual(['api-13']);
    await userEvent.clear(canvas.getByRole('spinbutton', { name: 'From' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('5 of 14 rows');
  },
};

const course = (index: number) => (at: number) => 40 + 30 * Math.sin(at * 9 + index) + index * 4;

/** Each way to draw a cell. */
export const Cells: Story = {
  args: {
    frames: [
      {
        length: 6,
        fields: [
          { kind: 'string', name: 'Service', values: ['checkout', 'search', 'basket', 'login', 'mail', 'export'] },
          { kind: 'string', name: 'State', values: ['ok', 'slow', 'ok', 'down', 'ok', ''] },
          {
            kind: 'series',
            name: 'Load',
            values: Array.from({ length: 6 }, (_, index) => {
              const { fields } = sampleFrame([{ name: 'load', shape: course(index) }], 60);
              const [time, field] = fields;
              return time?.kind === 'time' && field?.kind === 'number' ? { times: time.values, field } : undefined;
            }),
          },
          numbers('Errors', [0.2, 4.1, 0.6, 22, 0.1, Number.NaN]),
          numbers('Latency', [0.12, 0.9, 0.3, 2.4, 0.05, 0.4]),
          numbers('Used', [12, 88, 45, 97, 3, 61]),
          numbers('Orders', [12_400, 88_120, 4500, 0, 310, 9800]),
        ],
      },
    ],
    field: {},
    overrides: [
      { match: { by: 'name', value: 'Service' }, field: { links: [{ title: 'Open', url: '/services/{{Service}}' }] } },
      {
        match: { by: 'name', value: 'State' },
        field: {
          mappings: [
            { pattern: 'ok', text: 'Healthy', color: 'good' },
            { pattern: 'slow', text: 'Slow', color: 'warning' },
            { pattern: 'down', text: 'Down', color: 'critical' },
          ],
        },
        style: { cell: 'badge' },
      },
      {
        match: { by: 'name', value: 'Errors' },
        field: {
          unit: 'percent',
          thresholds: [
            { color: 'good' },
            { value: 1, color: 'warning', label: 'high' },
            { value: 5, color: 'critical' },
          ],
        },
        style: { cell: 'color-background' },
      },
      {
        match: { by: 'name', value: 'Latency' },
        field: { unit: 's', color: { by: 'scale', scale: 'viridis' }, min: 0, max: 2.5 },
        style: { alignment: 'center', width: 116 },
      },
      { match: { by: 'name', value: 'Used' }, field: { unit: 'percent', min: 0, max: 100 }, style: { cell: 'bar' } },
    ],
    options: { footer: ['sum', 'max'] },
    width: 860,
    height: 264,
  },
};

export const CellsDark: Story = { args: Cells.args ?? {}, globals: { theme: 'dark' } };

/** The courses of range queries beside their values. */
export const Sparklines: Story = {
  args: {
    frames: [
      sampleFrame(
        Array.from({ length: 8 }, (_, index) => ({ name: 'load', labels: labels(index), shape: course(index) })),
        120,
      ),
    ],
    field: {},
    options: { hasSparklines: true, hiddenLabels: ['version'] },
    width: 520,
  },
};

export const WithoutLabels: Story = {
  args: { frames: [sampleFrame([{ name: 'up', shape: () => 1 }], 1)], field: {} },
};

const many = 100_000;

/** Only the rows in sight are in the document; the arrows, End and the wheel reach them all. */
export const ManyRows: Story = {
  args: {
    frames: [
      {
        length: many,
        fields: [
          { kind: 'string', name: 'Request', values: Array.from({ length: many }, (_, row) => `request-${row + 1}`) },
          numbers(
            'Duration',
            Float64Array.from({ length: many }, (_, row) => ((row * 7919) % 99_991) / 10),
          ),
          numbers(
            'Bytes',
            Float64Array.from({ length: many }, (_, row) => (row * 104_729) % 1_000_003),
          ),
        ],
      },
    ],
    field: {},
  },
  play: async ({ canvasElement, canvas }) => {
    const rows = (): number => canvasElement.querySelectorAll('tbody [role="row"]').length;
    await expect(canvas.getByText('100,000 rows')).toBeVisible();
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001');
    await userEvent.click(canvas.getByRole('gridcell', { name: 'request-2' }));
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect(document.activeElement).toHaveTextContent('763,855');
    await expect(document.activeElement).toBeVisible();
    await expect(rows()).toBeLessThan(100);
    await userEvent.keyboard('{Home}{ArrowUp}');
    await expect(document.activeElement).toHaveTextContent('request-99999');
    await userEvent.click(canvas.getByRole('button', { name: 'Duration' }));
    await userEvent.keyboard('{ArrowDown}');
    await expect(document.activeElement).toHaveTextContent('9,999');
    await expect(rows()).toBeLessThan(100);
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
    const room = canvas.getByRole('grid', { name: 'Sample requests by instance' }).parentElement;
    const value = canvas.getByRole('columnheader', { name: 'errors' }).getBoundingClientRect();
    const { left, right } = room?.getBoundingClientRect() ?? { left: 0, right: 0 };
    await expect([value.left > left, Math.round(value.right) <= Math.round(right)]).toEqual([true, true]);
  },
};

export const Smallest: Story = { args: { width: 120, height: 60 } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <TableView {...args} />
    </Tile>
  ),
};
