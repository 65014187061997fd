import type { Backend } from '@glasspane/core';
import { ReportList } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { InMemoryReports } from '../fakes/InMemoryReports.ts';
import { sampleClock } from '../sampleBackend.ts';
import { reportsBackend, silentReports, unreachableReports, withoutReports } from './reportBackends.ts';

const meta: Meta<typeof ReportList> = {
  title: 'Reports/ReportList',
  component: ReportList,
  args: { clock: sampleClock, locale: 'en-GB', timeZone: 'Europe/Berlin', refreshIntervalMs: 0 },
};

export default meta;

type Story = StoryObj<typeof ReportList>;

const withSamples: Story = {
  loaders: [() => reportsBackend()],
  render: (args, { loaded }) => <ReportList {...args} backend={loaded.backend as Backend} />,
};

export const Reports: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('listitem', { name: 'Sales of yesterday' })).toBeVisible();
    await expect(canvas.getByText(/Every day at 07:30 Europe\/Berlin/)).toBeVisible();
    await expect(canvas.getByText(/The dashboard "llm-costs" does not exist/)).toBeVisible();
    await expect(canvas.getAllByText('Paused')[0]).toBeVisible();
  },
};

export const Dark: Story = { ...Reports, globals: { theme: 'dark' } };

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

export const History: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const item = within(await within(canvasElement).findByRole('listitem', { name: 'Sales of yesterday' }));
    const button = item.getByRole('button', { name: 'History' });
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(await item.findByText(/Given up after 12 tries/)).toBeVisible();
    await userEvent.click(item.getByRole('button', { name: 'Show all 14' }));
    await expect(item.getAllByText('Sent')).toHaveLength(14);
  },
};

export const HistoryDark: Story = { ...History, globals: { theme: 'dark' } };

export const SendNow: Story = {
  ...withSamples,
  args: { refreshIntervalMs: 100 },
  async play({ canvasElement, loaded }) {
    const item = within(await within(canvasElement).findByRole('listitem', { name: 'Token costs' }));
    await userEvent.click(item.getByRole('button', { name: 'Send now' }));
    await expect(await item.findByRole('button', { name: 'Sending …' })).toHaveAttribute('aria-disabled', 'true');
    await expect(within(item.getByRole('status')).getByText('Sending …')).toBeVisible();
    (loaded.reports as InMemoryReports).finish();
    await expect(await within(item.getByRole('status')).findByText('Sent')).toBeVisible();
    await expect(item.getByRole('button', { name: 'Send now' })).toHaveAttribute('aria-disabled', 'false');
  },
};

export const PausedAndResumed: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const item = within(await within(canvasElement).findByRole('listitem', { name: 'Weekly review' }));
    await userEvent.click(item.getByRole('button', { name: 'Resume' }));
    await expect(await item.findByText(/Mon, 2 Feb 2026, 08:00/)).toBeVisible();
    await userEvent.click(item.getByRole('button', { name: 'Pause' }));
    await expect(await item.findByRole('button', { name: 'Resume' })).toBeVisible();
  },
};

export const Deleted: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const item = within(await canvas.findByRole('listitem', { name: 'Token costs' }));
    await userEvent.click(item.getByRole('button', { name: 'Delete' }));
    const dialog = within(await canvas.findByRole('dialog', { name: 'Delete “Token costs”?' }));
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    await userEvent.click(dialog.getByRole('button', { name: 'Delete report' }));
    await waitFor(() => expect(canvas.queryByRole('listitem', { name: 'Token costs' })).toBeNull());
    await expect(canvas.queryByRole('dialog')).toBeNull();
  },
};

export const Edited: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const item = within(await canvas.findByRole('listitem', { name: 'Token costs' }));
    await userEvent.click(item.getByRole('button', { name: 'Edit' }));
    const dialog = within(await canvas.findByRole('dialog', { name: 'Edit report' }));
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await expect(name).toHaveFocus();
    await userEvent.clear(name);
    await userEvent.type(name, 'Costs of models');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByRole('listitem', { name: 'Costs of models' })).toBeVisible();
  },
};

export const EditorOpen: Story = {
  ...withSamples,
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'New report' }));
    await expect(await canvas.findByRole('dialog', { name: 'New report' })).toBeVisible();
  },
};

export const MailNotSetUp: Story = {
  ...withSamples,
  loaders: [() => reportsBackend(undefined, 'Mail is not set up, so no report can be sent.')],
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const item = within(await canvas.findByRole('listitem', { name: 'Token costs' }));
    await expect(canvas.getByText('Mail is not set up, so no report can be sent.')).toBeVisible();
    await userEvent.click(item.getByRole('button', { name: 'Send now' }));
    await expect(await item.findByRole('alert')).toHaveTextContent('The report was not sent. Mail is not set up');
  },
};

export const Empty: Story = {
  ...withSamples,
  loaders: [() => reportsBackend([])],
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('No reports yet')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Schedule the first one' }));
    const dialog = within(await canvas.findByRole('dialog', { name: 'New report' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  },
};

export const Loading: Story = { args: { backend: silentReports } };

export const CannotLoad: Story = {
  args: { backend: unreachableReports },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Cannot load the reports');
  },
};

export const WithoutCapability: Story = {
  args: { backend: withoutReports },
  async play({ canvasElement }) {
    await expect(within(canvasElement).getByText('This backend has no reports')).toBeVisible();
  },
};
