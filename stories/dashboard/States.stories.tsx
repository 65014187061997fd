import { Dashboard, defineWidget } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { z } from 'zod';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';
import { emptyBackend, failingBackend, silentBackend, vanishingBackend, warningBackend } from './failingBackends.ts';
import { sampleDashboard } from './sampleDashboard.ts';
import { stateDashboard } from './stateDashboard.ts';

const meta: Meta<typeof Dashboard> = {
  title: 'Dashboard/States',
  component: Dashboard,
  args: {
    dashboard: stateDashboard(),
    backend: sampleBackend,
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'UTC',
  },
};

export default meta;

type Story = StoryObj<typeof Dashboard>;

export const Loading: Story = {
  args: { backend: silentBackend },
  async play({ canvasElement }) {
    const widget = within(canvasElement).getByRole('article', { name: 'Requests' });
    await expect(await within(widget).findByText('Loading')).toBeInTheDocument();
    await waitFor(() => expect(widget).toHaveAttribute('aria-busy', 'true'));
  },
};

export const Empty: Story = {
  args: { backend: emptyBackend },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('No data in this time range')).toBeVisible();
    await expect(canvas.getByText('sum(rate(requests_total[5m]))')).toBeVisible();
  },
};

export const BadQuery: Story = {
  args: { backend: failingBackend('bad_query', 'Unexpected ")" at 24: sum(rate(requests_total))') },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('The query does not work');
  },
};

export const Unauthorized: Story = {
  args: { backend: failingBackend('unauthorized', 'The backend answered 401.') },
};

export const TooManySeries: Story = {
  args: { backend: failingBackend('too_many_series', 'The query gives 120,000 series; 10,000 are allowed.') },
};

/** There was never any data: the widget itself says what is wrong. */
export const NeverReached: Story = {
  args: { backend: failingBackend('unreachable', 'No answer from https://metrics.example.') },
  async play({ canvasElement }) {
    const alert = await within(canvasElement).findByRole('alert', undefined, { timeout: 5000 });
    await expect(alert).toHaveTextContent('Cannot reach the backend');
    await expect(within(canvasElement).getByRole('button', { name: /Try/ })).toBeVisible();
    // The button says when it tries again: inside of the alert, each try would be read out.
    await expect(within(alert).queryByRole('button')).toBeNull();
  },
};

/** There was data: it stays, and its age is told. */
export const WentAway: Story = {
  args: { dashboard: { ...sampleDashboard, id: 'away', refreshIntervalMs: 1000 } },
  render: (args) => <Dashboard {...args} />,
  loaders: [async () => ({ backend: vanishingBackend(8) })],
  decorators: [(Story, { loaded, args }) => <Story args={{ ...args, backend: loaded.backend }} />],
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const text = await canvas.findByText(/Cannot reach the backend, trying again; data of/, undefined, {
      timeout: 8000,
    });
    await expect(text).toBeVisible();
  },
};

export const Warning: Story = {
  args: { backend: warningBackend },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '1 warning' }));
    await expect(await canvas.findByText(/Only the first 100/)).toBeVisible();
  },
};

const recorder = defineWidget({
  type: 'recorder',
  label: 'Recorder',
  schema: z.object({}),
  needs: ['sink'],
  View: () => <p>Records samples.</p>,
});

export const MissingCapability: Story = {
  args: { dashboard: stateDashboard({ type: 'recorder', title: 'Recorder', queries: [] }), widgets: [recorder] },
};

export const UnknownWidget: Story = {
  args: { dashboard: stateDashboard({ type: 'hologram', title: 'Hologram' }) },
};

export const InvalidOptions: Story = {
  args: { dashboard: stateDashboard({ options: { interpolation: 'wavy', fillOpacity: 3 } }) },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('options.interpolation');
  },
};

export const InvalidDocument: Story = {
  args: {
    dashboard: {
      ...sampleDashboard,
      timeRange: { from: 7 },
      widgets: [{ id: 'a', type: 'timeSeries', layout: { x: -1 } }],
    },
  },
  async play({ canvasElement }) {
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent('widgets[0].layout.x');
  },
};

export const NoWidgets: Story = { args: { dashboard: { ...sampleDashboard, id: 'none', widgets: [] } } };

const broken = defineWidget({
  type: 'broken',
  label: 'Broken',
  schema: z.object({}),
  View: () => {
    throw new Error('Cannot read the third column.');
  },
});

export const BrokenView: Story = {
  args: { dashboard: stateDashboard({ type: 'broken' }), widgets: [broken] },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('This widget cannot be drawn');
  },
};

const small = { w: 4, h: 3, y: 0 };

/** Messages in the smallest tiles scroll instead of spilling over. */
export const SmallTiles: Story = {
  args: {
    backend: failingBackend('timeout', 'No answer within 30 s.'),
    dashboard: {
      ...stateDashboard(),
      id: 'small',
      widgets: [0, 4, 8].flatMap(
        (x) => stateDashboard({ id: `w${x}`, title: `A tile with a long name, ${x}`, layout: { ...small, x } }).widgets,
      ),
    },
  },
};

export const NoRoom: Story = {
  args: { dashboard: stateDashboard({ layout: { x: 0, y: 0, w: 6, h: 1 } }) },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('No room')).toBeVisible();
  },
};

export const ErrorsInTheDark: Story = { ...BadQuery, globals: { theme: 'dark' } };
