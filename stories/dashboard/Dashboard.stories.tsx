import { Dashboard } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';
import { sampleDashboard } from './sampleDashboard.ts';

const meta: Meta<typeof Dashboard> = {
  title: 'Dashboard/Dashboard',
  component: Dashboard,
  args: {
    dashboard: sampleDashboard,
    backend: sampleBackend,
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'UTC',
    onTimeRangeChange: fn(),
  },
};

export default meta;

type Story = StoryObj<typeof Dashboard>;

export const Overview: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('article', { name: 'Requests by service' })).toBeVisible();
    await expect(canvas.getByRole('heading', { level: 2, name: /Storefront/ })).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

/** Below 640 px of its container's width, whatever the window's, a dashboard stands in one column. */
export const Narrow: Story = {
  render: (args) => (
    <div style={{ width: 380 }}>
      <Dashboard {...args} />
    </div>
  ),
};

export const RightToLeft: Story = {
  args: { locale: 'ar', timeZone: 'Asia/Riyadh' },
  render: (args) => (
    <div dir="rtl" lang="ar">
      <Dashboard {...args} />
    </div>
  ),
};

/** The host brings controls of its own, and hands the time range in. */
export const WithoutHeader: Story = { args: { header: null, timeRange: { from: 'now-3h', to: 'now' } } };

export const ChooseAQuickRange: Story = {
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    const button = canvas.getByRole('button', { name: /Time range: Last hour/ });
    await userEvent.click(button);
    await userEvent.click(canvas.getByRole('button', { name: 'Last 6 hours' }));
    await expect(args.onTimeRangeChange).toHaveBeenCalledWith({ from: 'now-6h', to: 'now' });
    await expect(canvas.getByRole('button', { name: /Time range: Last 6 hours/ })).toHaveFocus();
  },
};

export const ReadAboutAWidgetByKeyboard: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const button = await canvas.findByRole('button', { name: 'About Requests by service' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByText('How many requests each service answers in a second.')).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  },
};

export const Paused: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Pause refreshing' }));
    await expect(canvas.getByText('Paused')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Resume refreshing' })).toBeVisible();
  },
};
