import { Dashboard } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import { rulesBackend, unreachableRules } from './ruleBackends.ts';

const queryOf = (expr: string) => [{ refId: 'A', expr }];

const dashboard = {
  schemaVersion: 1,
  id: 'alarms',
  name: 'Shop',
  timeRange: { from: 'now-1h', to: 'now' },
  refreshIntervalMs: 0,
  widgets: [
    {
      id: 'latency',
      type: 'timeSeries',
      title: 'Latency',
      description: 'Of the slowest answers.',
      layout: { x: 0, y: 0, w: 12, h: 7 },
      queries: queryOf('max by (service) (latency_seconds)'),
      field: { unit: 's' },
    },
    {
      id: 'memory',
      type: 'timeSeries',
      title: 'Memory',
      layout: { x: 12, y: 0, w: 12, h: 7 },
      queries: queryOf('memory_bytes'),
      field: { unit: 'bytes' },
    },
    {
      id: 'now',
      type: 'stat',
      title: 'Latency now',
      layout: { x: 0, y: 7, w: 12, h: 4 },
      queries: queryOf('max(latency_seconds)'),
      field: { unit: 's' },
    },
  ],
};

const meta: Meta<typeof Dashboard> = {
  title: 'Alerts/OnWidgets',
  component: Dashboard,
  args: { dashboard, clock: sampleClock, locale: 'en-GB', timeZone: 'Europe/Berlin', onAlertClick: fn() },
};

export default meta;

type Story = StoryObj<typeof Dashboard>;

export const Firing: Story = {
  args: { backend: rulesBackend() },
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    const [badge] = await canvas.findAllByRole('button', { name: '2 alerts: 1 firing, 1 pending' });
    badge?.focus();
    await userEvent.keyboard('{Enter}');
    const tip = within(canvas.getByRole('dialog', { name: 'Alerts of Latency' }));
    await expect(tip.getByText(/firing since 12:37/)).toBeVisible();
    await userEvent.click(tip.getByRole('button', { name: 'web answers slowly' }));
    await expect(args.onAlertClick).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Enter}');
  },
};

export const FiringDark: Story = { ...Firing, globals: { theme: 'dark' } };

export const FiringNarrow: Story = {
  args: { backend: rulesBackend() },
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

/** The widgets show their data as usual. */
export const RulesUnreachable: Story = {
  args: { backend: unreachableRules },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Memory')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /alerts?:/ })).toBeNull();
  },
};
