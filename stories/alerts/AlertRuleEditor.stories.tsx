import { AlertRuleEditor } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sampleClock } from '../sampleBackend.ts';
import {
  readOnlyRules,
  refusingRules,
  rulesBackend,
  silentRules,
  unreachableRules,
  withoutRules,
} from './ruleBackends.ts';

const meta: Meta<typeof AlertRuleEditor> = {
  title: 'Alerts/AlertRuleEditor',
  component: AlertRuleEditor,
  args: {
    clock: sampleClock,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    onSaved: fn(),
    onDeleted: fn(),
    onCancel: fn(),
  },
};

export default meta;

type Story = StoryObj<typeof AlertRuleEditor>;

export const Existing: Story = {
  args: { backend: rulesBackend(), ruleId: 'latency' },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('2 series')).toBeVisible();
    await expect(canvas.getByRole('combobox', { name: 'Metric' })).toHaveValue('latency_seconds');
  },
};

export const Dark: Story = { ...Existing, globals: { theme: 'dark' } };

export const Narrow: Story = {
  ...Existing,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const Promql: Story = { args: { backend: rulesBackend(), ruleId: 'errors' } };

export const New: Story = {
  args: { backend: rulesBackend() },
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'memory_high');
    await userEvent.type(canvas.getByRole('combobox', { name: 'Metric' }), 'memory_bytes');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Threshold' }), '500000000');
    await expect(await canvas.findByText('2 series')).toBeVisible();
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'email' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Create rule' }));
    await expect(args.onSaved).toHaveBeenCalledWith({
      id: 'rule-5',
      name: 'memory_high',
      expr: 'memory_bytes > 500000000',
      severity: 'warning',
      forMs: 300_000,
      channels: ['email'],
    });
  },
};

export const Faulty: Story = {
  args: { backend: rulesBackend() },
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'PromQL' }));
    const condition = canvas.getByRole('textbox', { name: 'Condition' });
    await userEvent.type(condition, 'sum(rate(errors_total[[5m])) >');
    const forField = canvas.getByRole('textbox', { name: /For at least/ });
    await userEvent.clear(forField);
    await userEvent.type(forField, 'soon');
    await userEvent.type(canvas.getByRole('textbox', { name: /Summary/ }), '{{{{ .Nope');
    await userEvent.click(canvas.getByRole('button', { name: 'Create rule' }));
    await expect(condition).toHaveAccessibleDescription(/1:30: parse error/);
    await expect(forField).toHaveAccessibleDescription(/Write a duration/);
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect(condition).toHaveValue('sum(rate(errors_total[5m])) >');
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};

export const FaultyDark: Story = { ...Faulty, globals: { theme: 'dark' } };

export const Refused: Story = {
  args: { backend: refusingRules(), ruleId: 'errors' },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const name = await canvas.findByRole('textbox', { name: 'Name' });
    await userEvent.type(name, '_2');
    await userEvent.click(canvas.getByRole('button', { name: 'Save rule' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The rule was not saved. Your key may only read');
    await expect(name).toHaveValue('high_error_rate_2');
  },
};

export const Deleting: Story = {
  args: { backend: rulesBackend(), ruleId: 'memory' },
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete' }));
    await expect(canvas.getByRole('button', { name: 'Delete for good' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onDeleted).toHaveBeenCalledWith('memory');
  },
};

export const LookedAtOnly: Story = { args: { backend: readOnlyRules } };

export const Loading: Story = { args: { backend: silentRules, ruleId: 'latency' } };

export const Unreachable: Story = { args: { backend: unreachableRules, ruleId: 'latency' } };

export const NoCapability: Story = { args: { backend: withoutRules } };
