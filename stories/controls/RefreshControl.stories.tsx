import { RefreshControl } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';

const meta: Meta<typeof RefreshControl> = {
  title: 'Controls/RefreshControl',
  component: RefreshControl,
  args: { intervalMs: 30_000, isPaused: false, onIntervalChange: fn(), onPausedChange: fn(), onRefresh: fn() },
};

export default meta;

type Story = StoryObj<typeof RefreshControl>;

export const Running: Story = {
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh now' }));
    await expect(args.onRefresh).toHaveBeenCalledOnce();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Refresh interval' }), '10 s');
    await expect(args.onIntervalChange).toHaveBeenCalledWith(10_000);
    await userEvent.click(canvas.getByRole('button', { name: 'Pause refreshing' }));
    await expect(args.onPausedChange).toHaveBeenCalledWith(true);
  },
};

export const Paused: Story = { args: { isPaused: true } };

export const Dark: Story = { globals: { theme: 'dark' } };

/** An interval that is not on offer is offered as well. */
export const UnusualInterval: Story = { args: { intervalMs: 45_000 } };
