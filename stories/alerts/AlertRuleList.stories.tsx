import { AlertRuleList } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import { readOnlyRules, rulesBackend, silentRules, unreachableRules, withoutRules } from './ruleBackends.ts';

const meta: Meta<typeof AlertRuleList> = {
  title: 'Alerts/AlertRuleList',
  component: AlertRuleList,
  args: { clock: sampleClock, locale: 'en-GB', timeZone: 'Europe/Berlin', refreshIntervalMs: 0 },
};

export default meta;

type Story = StoryObj<typeof AlertRuleList>;

export const Rules: Story = { args: { backend: rulesBackend() } };

export const Dark: Story = { ...Rules, globals: { theme: 'dark' } };

export const Narrow: Story = {
  ...Rules,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const Pausing: Story = {
  args: { backend: rulesBackend() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Resume memory_is_scarce' }));
    await expect(await canvas.findByRole('button', { name: 'Pause memory_is_scarce' })).toBeVisible();
  },
};

export const EditedInPlace: Story = {
  args: { backend: rulesBackend() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit slow_answers' }));
    const threshold = await canvas.findByRole('textbox', { name: 'Threshold' });
    await userEvent.clear(threshold);
    await userEvent.type(threshold, '0.3');
    await userEvent.click(canvas.getByRole('button', { name: 'Save rule' }));
    const list = await canvas.findByText('max by (service) (latency_seconds) > 0.3');
    await expect(list).toBeVisible();
    await expect(document.activeElement).toContainElement(list);
  },
};

export const LookedAtOnly: Story = { args: { backend: readOnlyRules } };

export const Empty: Story = { args: { backend: rulesBackend([]) } };

export const Loading: Story = { args: { backend: silentRules } };

export const Unreachable: Story = { args: { backend: unreachableRules } };

export const NoCapability: Story = { args: { backend: withoutRules } };
