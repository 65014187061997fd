import { IncidentList } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import { incidentsBackend, silentIncidents, unreachableIncidents, withoutIncidents } from './incidentBackends.ts';

const meta: Meta<typeof IncidentList> = {
  title: 'Incidents/IncidentList',
  component: IncidentList,
  args: {
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    user: 'ada@example.com',
    refreshIntervalMs: 0,
  },
};

export default meta;

type Story = StoryObj<typeof IncidentList>;

export const Open: Story = { args: { backend: incidentsBackend() } };

export const Dark: Story = { ...Open, globals: { theme: 'dark' } };

export const Narrow: Story = {
  ...Open,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const All: Story = {
  args: { backend: incidentsBackend() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^All/ }));
    await expect(canvas.getByRole('button', { name: /vector_index_lag/ })).toBeVisible();
    await expect(canvas.getByText('4 mins 30 secs')).toBeVisible();
  },
};

export const OpenedInPlace: Story = {
  args: { backend: incidentsBackend() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /high_error_rate/ }));
    const acknowledge = await canvas.findByRole('button', { name: 'Acknowledge' });
    await expect(document.activeElement).toContainElement(acknowledge);
    await userEvent.click(acknowledge);
    await expect(await canvas.findByText('ada@example.com acknowledged it')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'All incidents' }));
    await expect(await canvas.findAllByText('Acknowledged')).not.toHaveLength(0);
  },
};

export const OpenedByTheHost: Story = {
  args: { backend: incidentsBackend(), onSelect: fn() },
  async play({ canvasElement, args }) {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: /high_error_rate/ }));
    await expect(args.onSelect).toHaveBeenCalledWith(expect.objectContaining({ id: 'inc-42' }));
  },
};

export const Empty: Story = { args: { backend: incidentsBackend([]) } };

export const Loading: Story = { args: { backend: silentIncidents } };

export const Unreachable: Story = { args: { backend: unreachableIncidents } };

export const NoCapability: Story = { args: { backend: withoutIncidents } };
