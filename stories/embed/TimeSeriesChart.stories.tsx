import { TimeSeriesChart } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { failingBackend, silentBackend } from '../dashboard/failingBackends.ts';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';

const meta: Meta<typeof TimeSeriesChart> = {
  title: 'Embed/TimeSeriesChart',
  component: TimeSeriesChart,
  args: {
    title: 'Requests (sample data)',
    backend: sampleBackend,
    query: 'sum by (service) (rate(requests_total[5m]))',
    field: { unit: 'reqps' },
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'UTC',
  },
};

export default meta;

type Story = StoryObj<typeof TimeSeriesChart>;

export const Default: Story = {
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('article', { name: 'Requests (sample data)' })).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = {
  render: (args) => (
    <div style={{ width: 320 }}>
      <TimeSeriesChart {...args} />
    </div>
  ),
};

export const Loading: Story = { args: { backend: silentBackend } };

export const Failing: Story = { args: { backend: failingBackend('forbidden', 'The backend answered 403.') } };

/** The container has no height: the chart says so instead of showing nothing. */
export const ContainerWithoutHeight: Story = {
  args: { height: '100%' },
  render: (args) => (
    <div style={{ height: 0 }}>
      <TimeSeriesChart {...args} />
    </div>
  ),
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('No room')).toBeVisible();
  },
};
