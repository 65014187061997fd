import { LiveIndicator } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';

const meta: Meta<typeof LiveIndicator> = {
  title: 'Controls/LiveIndicator',
  component: LiveIndicator,
  args: { live: 'open', isPaused: false },
};

export default meta;

type Story = StoryObj<typeof LiveIndicator>;

export const Live: Story = {};

export const Connecting: Story = { args: { live: 'connecting' } };

export const Reconnecting: Story = { args: { live: 'lost' } };

export const Refused: Story = { args: { live: 'refused' } };

export const Paused: Story = { args: { isPaused: true } };

export const Dark: Story = { globals: { theme: 'dark' } };
