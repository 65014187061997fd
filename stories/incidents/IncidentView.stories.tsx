import { IncidentView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import {
  incidentsBackend,
  refusingBackend,
  silentIncidents,
  unreachableIncidents,
  withoutIncidents,
} from './incidentBackends.ts';

const meta: Meta<typeof IncidentView> = {
  title: 'Incidents/IncidentView',
  component: IncidentView,
  args: {
    id: 'inc-42',
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    user: 'ada@example.com',
    refreshIntervalMs: 0,
  },
};

export default meta;

type Story = StoryObj<typeof IncidentView>;

export const Triggered: Story = { args: { backend: incidentsBackend() } };

export const Dark: Story = { ...Triggered, globals: { theme: 'dark' } };

export const Narrow: Story = {
  ...Triggered,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const RightToLeft: Story = {
  ...Triggered,
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};

export const AcknowledgedWithNotes: Story = { args: { backend: incidentsBackend(), id: 'inc-41' } };

export const Resolved: Story = { args: { backend: incidentsBackend(), id: 'inc-40' } };

export const LookedAtOnly: Story = { args: { backend: incidentsBackend(), user: undefined } };

export const WholeStory: Story = {
  args: { backend: incidentsBackend() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Acknowledge' }));
    await expect(await canvas.findByText('ada@example.com acknowledged it')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Take it' }));
    await expect(await canvas.findByText('ada@example.com took it')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Note' }), 'A bad release; rolled back.{Enter}');
    await expect(await canvas.findByText('A bad release; rolled back.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Note' })).toHaveValue('');
    await userEvent.click(canvas.getByRole('button', { name: 'Resolve' }));
    await expect(await canvas.findByText('ada@example.com resolved it')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Resolve' })).toBeNull();
  },
};

export const Refused: Story = {
  args: { backend: refusingBackend() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Note' }), 'Not lost{Enter}');
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'The note was not written. Your key may only read',
    );
    await expect(canvas.getByRole('textbox', { name: 'Note' })).toHaveValue('Not lost');
    await userEvent.click(canvas.getByRole('button', { name: 'Acknowledge' }));
    await expect(await canvas.findByText(/The incident was not acknowledged/)).toBeVisible();
    await expect(await canvas.findByText('Triggered', { selector: '.gp-state' })).toBeVisible();
  },
};

export const Missing: Story = {
  args: { backend: incidentsBackend(), id: 'inc-0' },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('There is no incident "inc-0".');
  },
};

export const Loading: Story = { args: { backend: silentIncidents } };

export const Unreachable: Story = { args: { backend: unreachableIncidents } };

export const NoCapability: Story = { args: { backend: withoutIncidents } };
