import { TimeRangeControl } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';

const meta: Meta<typeof TimeRangeControl> = {
  title: 'Controls/TimeRangeControl',
  component: TimeRangeControl,
  args: {
    value: { from: 'now-1h', to: 'now' },
    onChange: fn(),
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
  },
};

export default meta;

type Story = StoryObj<typeof TimeRangeControl>;

export const Closed: Story = {};

export const Absolute: Story = { args: { value: { from: '2026-01-31T08:00:00Z', to: '2026-01-31T10:30:00Z' } } };

export const Open: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /Time range/ }));
    await expect(canvas.getByRole('dialog', { name: 'Time range' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Last hour' })).toHaveAttribute('aria-current', 'true');
    await expect(canvas.getByText(/Time zone: Europe\/Berlin/)).toBeVisible();
  },
};

export const OpenDark: Story = { ...Open, globals: { theme: 'dark' } };

export const TypedExpression: Story = {
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /Time range/ }));
    const from = canvas.getByRole('textbox', { name: 'From' });
    await userEvent.clear(from);
    await userEvent.type(from, 'now-2d/d{Enter}');
    await expect(args.onChange).toHaveBeenCalledWith({ from: 'now-2d/d', to: 'now' });
  },
};

export const Faulty: Story = {
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /Time range/ }));
    const from = canvas.getByRole('textbox', { name: 'From' });
    await userEvent.clear(from);
    await userEvent.type(from, 'yesterday{Enter}');
    await expect(from).toBeInvalid();
    await expect(from).toHaveAccessibleDescription(/"yesterday" is not a time/);
    await expect(args.onChange).not.toHaveBeenCalled();
  },
};

export const WholeWayByKeyboard: Story = {
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    const button = canvas.getByRole('button', { name: /Time range/ });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Last hour' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onChange).toHaveBeenCalledWith({ from: 'now-3h', to: 'now' });
  },
};
