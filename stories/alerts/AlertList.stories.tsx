import { AlertList } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import { alertsBackend, silentAlerts, unreachableAlerts, withoutAlerts } from './alertBackends.ts';

const meta: Meta<typeof AlertList> = {
  title: 'Alerts/AlertList',
  component: AlertList,
  args: {
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    user: 'ada@example.com',
    refreshIntervalMs: 0,
  },
};

export default meta;

type Story = StoryObj<typeof AlertList>;

const withSamples: Story = {
  loaders: [async () => ({ backend: await alertsBackend() })],
  render: (args, { loaded }) => <AlertList {...args} backend={loaded.backend} />,
};

export const Alerts: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: /vector_index_lag/ })).toBeVisible();
    await expect(canvas.getByText('Silenced')).toBeVisible();
    await expect(canvas.getByText('Inhibited')).toBeVisible();
  },
};

export const Dark: Story = { ...Alerts, globals: { theme: 'dark' } };

export const Narrow: Story = {
  ...withSamples,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const RightToLeft: Story = {
  ...withSamples,
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};

export const NotGrouped: Story = { ...withSamples, args: { groupBy: null } };

export const Opened: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /requests fail in checkout/ }));
    await expect(canvas.getByRole('link', { name: /Runbook/ })).toHaveAttribute(
      'href',
      'https://runbooks.example/high-error-rate',
    );
    await userEvent.click(canvas.getByRole('button', { name: /The product index/ }));
    await expect(canvas.getByText('javascript:alert(1)')).toBeVisible();
    await expect(canvas.getAllByRole('link', { name: /Runbook/ })).toHaveLength(1);
  },
};

export const Filtered: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Firing/ }));
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Filter alerts' }), 'eu-west');
    await expect(canvas.getAllByRole('listitem').filter((item) => item.className === 'gp-alert')).toHaveLength(1);
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Filter alerts' }), ' nothing');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear the filter' }));
    await expect(canvas.getByText(/answers slowly in eu-west/)).toBeVisible();
  },
};

export const Silencing: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /requests fail in checkout/ }));
    const trigger = canvas.getByRole('button', { name: 'Silence …' });
    await userEvent.click(trigger);
    const dialog = within(canvas.getByRole('dialog', { name: 'Silence alerts' }));
    await expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
    await expect(await dialog.findByText('1 of 6')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove the matcher of instance' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Remove the matcher of service' }));
    await expect(await dialog.findByText('3 of 6')).toBeVisible();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Comment' }), 'A rollout that fails on purpose');
    await userEvent.click(dialog.getByRole('button', { name: 'Silence' }));
    await expect(await canvas.findByText('The silence is made')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await expect(trigger).toHaveFocus();
    await expect(await canvas.findAllByText('Silenced')).toHaveLength(4);
  },
};

export const Empty: Story = {
  loaders: [async () => ({ backend: await alertsBackend([]) })],
  render: (args, { loaded }) => <AlertList {...args} backend={loaded.backend} />,
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('No alerts')).toBeVisible();
  },
};

export const Loading: Story = { args: { backend: silentAlerts } };

export const Unreachable: Story = {
  args: { backend: unreachableAlerts },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('Cannot load the alerts');
  },
};

export const NoCapability: Story = {
  args: { backend: withoutAlerts },
  async play({ canvasElement }) {
    await expect(within(canvasElement).getByText('This backend has no alerts and no rules')).toBeVisible();
  },
};
