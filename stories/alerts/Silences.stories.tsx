import { SilenceButton, SilenceList } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import { alertsBackend, silentAlerts, unreachableAlerts, withoutAlerts } from './alertBackends.ts';

const meta: Meta<typeof SilenceList> = {
  title: 'Alerts/Silences',
  component: SilenceList,
  args: {
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    user: 'ada@example.com',
    refreshIntervalMs: 0,
  },
};

export default meta;

type Story = StoryObj<typeof SilenceList>;

const withSamples: Story = {
  loaders: [async () => ({ backend: await alertsBackend() })],
  render: (args, { loaded }) => <SilenceList {...args} backend={loaded.backend} />,
};

export const List: Story = withSamples;

export const ListDark: Story = { ...withSamples, globals: { theme: 'dark' } };

export const ListNarrow: Story = {
  ...withSamples,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const Expiring: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^End now/ }));
    await expect(await canvas.findByText('No silences')).toBeVisible();
  },
};

export const Faulty: Story = {
  ...withSamples,
  args: { user: undefined },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'New silence' }));
    const dialog = within(canvas.getByRole('dialog'));
    const until = dialog.getByRole('textbox', { name: 'Until' });
    await userEvent.clear(until);
    await userEvent.type(until, 'now-1h');
    await userEvent.click(dialog.getByRole('button', { name: 'Silence' }));
    await expect(dialog.getByText(/Add at least one matcher/)).toBeVisible();
    await expect(until).toHaveAccessibleDescription(/in the past/);
    await expect(dialog.getByRole('textbox', { name: 'Author' })).toBeInvalid();
    await expect(dialog.getByRole('textbox', { name: 'Comment' })).toBeInvalid();
  },
};

export const FaultyDark: Story = { ...Faulty, globals: { theme: 'dark' } };

export const Button: Story = {
  loaders: withSamples.loaders ?? [],
  render: (args, { loaded }) => (
    <SilenceButton
      {...args}
      backend={loaded.backend}
      labels={{ alertname: 'model_latency_p95', model: 'large-2' }}
      onCreated={onCreated}
    />
  ),
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const button = canvas.getByRole('button', { name: 'Silence …' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = within(canvas.getByRole('dialog', { name: 'Silence alerts' }));
    await expect(await dialog.findByText('1 of 6')).toBeVisible();
    await userEvent.keyboard('Being looked at');
    await userEvent.click(dialog.getByRole('button', { name: '30 min' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Silence' }));
    await canvas.findByText('The silence is made');
    const nowMs = sampleClock.now();
    await expect(onCreated).toHaveBeenCalledWith({
      matchers: [
        { name: 'alertname', operator: '=', value: 'model_latency_p95' },
        { name: 'model', operator: '=', value: 'large-2' },
      ],
      startsAtMs: nowMs,
      endsAtMs: nowMs + 1_800_000,
      createdBy: 'ada@example.com',
      comment: 'Being looked at',
    });
  },
};

const onCreated = fn();

export const ButtonWithoutSilences: Story = {
  render: (args) => <SilenceButton {...args} backend={withoutAlerts} labels={{ alertname: 'x' }} />,
};

export const Loading: Story = { args: { backend: silentAlerts } };

export const Unreachable: Story = { args: { backend: unreachableAlerts } };

export const NoCapability: Story = { args: { backend: withoutAlerts } };
