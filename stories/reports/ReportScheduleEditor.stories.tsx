import type { Backend } from '@glasspane/core';
import { ReportScheduleEditor } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { sampleSchedules } from '../fakes/sampleReports.ts';
import { sampleClock } from '../sampleBackend.ts';
import { reportsBackend, reportsWithoutDashboards, withoutReports } from './reportBackends.ts';

const meta: Meta<typeof ReportScheduleEditor> = {
  title: 'Reports/ReportScheduleEditor',
  component: ReportScheduleEditor,
  args: { clock: sampleClock, locale: 'en-GB', timeZone: 'Europe/Berlin', onSaved: fn() },
};

export default meta;

type Story = StoryObj<typeof ReportScheduleEditor>;

const withSamples: Story = {
  loaders: [() => reportsBackend()],
  render: (args, { loaded }) => <ReportScheduleEditor {...args} backend={loaded.backend as Backend} />,
};

export const New: Story = {
  ...withSamples,
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'Every morning');
    const dashboard = await canvas.findByRole('combobox', { name: 'Dashboard' });
    await waitFor(() => expect(within(dashboard).getByRole('option', { name: 'Sales' })).toBeInTheDocument());
    await userEvent.selectOptions(dashboard, 'Sales');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Time range of the data' }), 'Yesterday');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Recipients' }), 'ada@example.com, grace@example.com');
    const preview = within(canvas.getByRole('status'));
    await expect(preview.getByText('Every day at 08:00 Europe/Berlin')).toBeVisible();
    await expect(preview.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Sun, 1 Feb 2026, 08:00',
      'Mon, 2 Feb 2026, 08:00',
      'Tue, 3 Feb 2026, 08:00',
    ]);
    await userEvent.click(canvas.getByRole('button', { name: 'Schedule report' }));
    await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
    await expect(args.onSaved).toHaveBeenCalledWith(
      expect.objectContaining({
        schedule: {
          id: 'report-5',
          name: 'Every morning',
          dashboardId: 'sales',
          frequency: 'daily',
          timeOfDay: '08:00',
          timeZone: 'Europe/Berlin',
          format: 'pdf',
          recipients: ['ada@example.com', 'grace@example.com'],
          timeRange: { from: 'now-1d/d', to: 'now-1d/d' },
        },
      }),
    );
  },
};

export const Saved: Story = {
  ...withSamples,
  args: { onSaved: undefined, schedule: sampleSchedules[0] },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('“Sales of yesterday” is scheduled')).toBeVisible();
  },
};

export const Cron: Story = {
  ...withSamples,
  args: { schedule: { dashboardId: 'agents' } },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Frequency' }), 'Cron expression');
    const cron = canvas.getByRole('textbox', { name: 'Cron expression' });
    await userEvent.clear(cron);
    await userEvent.type(cron, '*/20 9-10 * * mon-wed');
    const preview = within(canvas.getByRole('status'));
    await expect(preview.getByText(/Every Monday to Wednesday at 09:00, 09:20, 09:40/)).toBeVisible();
    await expect(preview.getByText('Mon, 2 Feb 2026, 09:20')).toBeVisible();
    await userEvent.clear(cron);
    await userEvent.type(cron, '0 8 30 2 *');
    await expect(canvas.getByText(/shows here once the schedule is right/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Schedule report' }));
    await expect(cron).toBeInvalid();
    await expect(cron).toHaveAccessibleDescription(/Means a day that never comes: "0 8 30 2 \*"/);
  },
};

export const Errors: Story = {
  ...withSamples,
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    const zone = canvas.getByRole('combobox', { name: 'Time zone' });
    await userEvent.clear(zone);
    await userEvent.type(zone, 'Berlin');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Recipients' }), 'ada');
    await userEvent.keyboard('{Tab}{Enter}');
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await waitFor(() => expect(name).toHaveFocus());
    await expect(name).toHaveAccessibleDescription('Give the report a name.');
    await expect(canvas.getByRole('combobox', { name: 'Dashboard' })).toHaveAccessibleDescription(
      'Choose a dashboard.',
    );
    await expect(zone).toHaveAccessibleDescription(/"Berlin" is not a time zone known here/);
    await expect(canvas.getByRole('textbox', { name: 'Recipients' })).toHaveAccessibleDescription(
      /“ada” is not an email address./,
    );
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};

export const ErrorsDark: Story = { ...Errors, globals: { theme: 'dark' } };

export const Narrow: Story = {
  ...withSamples,
  args: { schedule: sampleSchedules[2] },
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const WithoutDashboards: Story = {
  args: { backend: reportsWithoutDashboards(), schedule: { dashboardId: 'sales' } },
  async play({ canvasElement }) {
    const field = within(canvasElement).getByRole('textbox', { name: 'Dashboard' });
    await expect(field).toHaveValue('sales');
    await expect(field).toHaveAccessibleDescription('Write its id.');
  },
};

export const WithoutCapability: Story = { args: { backend: withoutReports } };
