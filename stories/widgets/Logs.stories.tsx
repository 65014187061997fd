import { type Backend, GlasspaneError, type LogSource } from '@glasspane/core';
import { Dashboard, LogsView, type LogsViewProps } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Tile } from '../charts/Tile.tsx';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';
import { hostileLines, logsBackend, sampleLine, sampleLines } from './sampleLogs.ts';

const backend = logsBackend('logs-sample', sampleLines);
const asking = (id: string, query: LogSource['query']): Backend => ({
  ...sampleBackend,
  id,
  logs: { query, labelNames: async () => [], labelValues: async () => [] },
});

const meta: Meta<typeof LogsView> = {
  title: 'Widgets/Logs',
  component: LogsView,
  args: {
    backend,
    expr: '{env="prod"}',
    timeRange: { from: 'now-1h', to: 'now' },
    title: 'Sample logs of a shop',
    width: 860,
    height: 380,
    locale: 'en-US',
    timeZone: 'UTC',
    clock: sampleClock,
  },
  render: (args: LogsViewProps) => (
    <Tile>
      <LogsView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof LogsView>;

const lines = (canvas: ReturnType<typeof within>): Promise<HTMLElement> => canvas.findByRole('log');

export const Full: Story = {
  play: async ({ canvas }) => {
    const log = await lines(canvas);
    await expect(within(log).getAllByRole('listitem')).toHaveLength(120);
    await expect(canvas.getByText('120 lines · newest first')).toBeVisible();
    await expect(await canvas.findByText('Live')).toBeVisible();
  },
};

/** One line is opened: the whole line, its exact time and its labels, each of which filters. */
export const Opened: Story = {
  play: async ({ canvas }) => {
    await lines(canvas);
    const [first] = canvas.getAllByRole('button', { name: /^Details of/ });
    first?.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(canvas.getByText('2026-01-31T11:59:58.630000000Z')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Filter by app = web' }));
    await expect(await canvas.findByText('40 lines · newest first')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Remove the filter app = web' })).toBeVisible();
  },
};

export const FilterByText: Story = {
  play: async ({ canvas }) => {
    await lines(canvas);
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Line contains' }), 'payment');
    await expect(await canvas.findByText('20 lines · newest first')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Regular expression' }));
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Line matches' }), '|slow (');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('This is no regular expression: ');
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Line matches' }), '{Backspace}');
    await expect(await canvas.findByText('40 lines · newest first')).toBeVisible();
  },
};

export const FilterByLabel: Story = {
  play: async ({ canvas }) => {
    await lines(canvas);
    await waitFor(() => expect(canvas.getByRole('option', { name: 'level' })).toBeInTheDocument());
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Filter by label' }), 'level');
    await waitFor(() => expect(canvas.getByRole('option', { name: 'error' })).toBeInTheDocument());
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Value of level' }), 'error');
    await expect(await canvas.findByText('20 lines · newest first')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Remove the filter level = error' }));
    await expect(await canvas.findByText('120 lines · newest first')).toBeVisible();
  },
};

/** New lines come, are held back while it is paused, and are shown again. */
export const LiveTail: Story = {
  args: { backend: logsBackend('logs-live', sampleLines.slice(0, 8)) },
  play: async ({ canvas, args }) => {
    const store = (args.backend as ReturnType<typeof logsBackend>).logs;
    const log = await lines(canvas);
    await expect(await canvas.findByText('Live')).toBeVisible();
    const come = (line: string, ms: number): void =>
      store.append([{ ...sampleLine(0), timeNs: BigInt(sampleClock.now() + ms) * 1_000_000n, line }]);
    come('level=info msg="just now"', 1);
    await expect(await within(log).findByText('level=info msg="just now"')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Pause: hold the lines still' }));
    come('level=warn msg="while paused"', 2);
    await expect(await canvas.findByText('Paused, 1 new')).toBeVisible();
    await expect(within(log).queryByText('level=warn msg="while paused"')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Resume: show new lines' }));
    await expect(await within(log).findByText('level=warn msg="while paused"')).toBeVisible();
  },
};

/** Whatever a line holds, it is text. */
export const Hostile: Story = {
  args: { backend: logsBackend('logs-hostile', hostileLines), expr: '{app="odd"}' },
  play: async ({ canvas, canvasElement }) => {
    const log = await lines(canvas);
    await expect(within(log).getByText(/<img src=x/)).toBeVisible();
    await expect(canvasElement.querySelector('img, script')).toBeNull();
  },
};

export const Capped: Story = {
  args: { options: { maxLines: 20, wrap: false, order: 'oldest-first' } },
  play: async ({ canvas }) => {
    await lines(canvas);
    await expect(canvas.getByText('The newest 20 lines; there are more · oldest first')).toBeVisible();
  },
};

export const Empty: Story = {
  args: { expr: '{app="nobody"}' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No log lines in this time range')).toBeVisible();
  },
};

export const EmptyByFilter: Story = {
  play: async ({ canvas }) => {
    await lines(canvas);
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Line contains' }), 'nothing has this');
    await userEvent.click(await canvas.findByRole('button', { name: 'Clear the filter' }));
    await expect(await canvas.findByText('120 lines · newest first')).toBeVisible();
  },
};

export const Loading: Story = {
  args: { backend: asking('logs-loading', () => new Promise(() => undefined)) },
};

const refuse = fn(async () => {
  throw new GlasspaneError('unreachable', 'No answer from https://logs.example.');
});

export const Failing: Story = {
  args: { backend: asking('logs-failing', refuse) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Cannot reach the backend')).toBeVisible();
    const before = refuse.mock.calls.length;
    await userEvent.click(canvas.getByRole('button', { name: /Try again|Trying again/ }));
    await waitFor(() => expect(refuse.mock.calls.length).toBeGreaterThan(before));
  },
};

export const BadQuery: Story = {
  args: { expr: '{app="api"} | json' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The query does not work')).toBeVisible();
    await expect(canvas.getByText(/parse error at line 1, col 19/)).toBeVisible();
    await expect(canvas.queryByText('Connecting')).toBeNull();
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { args: { width: 320, height: 420 } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args: LogsViewProps) => (
    <Tile dir="rtl">
      <LogsView {...args} />
    </Tile>
  ),
};

const dashboard = {
  schemaVersion: 1,
  id: 'logs',
  name: 'Logs of a shop',
  timeRange: { from: 'now-1h', to: 'now' },
  variables: [{ type: 'custom', name: 'app', options: ['api', 'web'], defaultValue: 'api' }],
  widgets: [
    {
      id: 'logs',
      type: 'logs',
      title: 'Logs of one app',
      layout: { x: 0, y: 0, w: 24, h: 12 },
      queries: [{ refId: 'A', expr: '{app="$app"}' }],
    },
  ],
};

/** As a widget of a dashboard, with a variable in its query. */
export const InADashboard: Story = {
  render: (args: LogsViewProps) => (
    <Dashboard dashboard={dashboard} backend={args.backend} clock={sampleClock} locale="en-US" timeZone="UTC" />
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('40 lines · newest first')).toBeVisible();
  },
};

/** The backend has metrics only. */
export const MissingCapability: Story = {
  render: () => (
    <Dashboard
      dashboard={dashboard}
      backend={{ id: 'metrics-only', metrics: sampleBackend.metrics }}
      clock={sampleClock}
      locale="en-US"
      timeZone="UTC"
    />
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This backend has no logs')).toBeVisible();
  },
};
