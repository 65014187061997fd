import type { Frame } from '@glasspane/core';
import { CostView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sampleFrame, withSampleGaps } from '../charts/sampleData.ts';
import { Tile } from '../charts/Tile.tsx';

/** The first 17 and a half days of a month that is long over. */
const now = Date.UTC(2026, 2, 18, 12);
const range = { startMs: Date.UTC(2026, 2, 1), endMs: now };
const timeRange = { startMs: now - 3_600_000, endMs: now };

function costs(perHour: Readonly<Record<string, number>>): Frame {
  return sampleFrame(
    Object.entries(perHour).map(([resource, rate]) => ({
      name: 'cost',
      labels: { resource },
      shape: (position, random) =>
        rate * (0.7 + 0.4 * position + 0.3 * Math.sin(position * 17.5 * Math.PI * 2) + 0.2 * random()),
    })),
    421,
    range,
  );
}

const models = costs({ 'gpt-4o': 0.9, 'claude-sonnet': 0.62, embeddings: 0.21, search: 0.12, 'gpt-4o-mini': 0.06 });

const meta: Meta<typeof CostView> = {
  title: 'Widgets/Cost',
  component: CostView,
  args: {
    frames: [models],
    title: 'Sample cost of models',
    field: { unit: 'currencyUSD' },
    options: { ratePer: 'hour', budget: 1200 },
    timeRange,
    width: 640,
    height: 300,
    locale: 'en-US',
    timeZone: 'UTC',
  },
  render: (args) => (
    <Tile>
      <CostView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof CostView>;

export const WillBeOverBudget: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(/^Budget reached on Mar 2\d at this pace$/, { selector: 'text' })).toBeVisible();
    await expect(
      canvas.getByRole('img', {
        name: /\$[\d,]+ by Mar 31, projected by the mean of the period so far\. Budget reached/,
      }),
    ).toBeVisible();
    canvas.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(canvasElement.querySelector('[aria-live]')).toHaveTextContent(
      /^Mon, Mar 2, 2026, .*gpt-4o \$[\d.]+, .*Spent by then \$[\d.]+$/,
    );
  },
};

export const WithinBudget: Story = {
  args: { options: { ratePer: 'hour', budget: 3000, projection: 'recent', recentDays: 3 } },
};

export const OverBudget: Story = { args: { options: { ratePer: 'hour', budget: 500, breakdown: 'none' } } };

export const BarsByDay: Story = { args: { height: 380, options: { ratePer: 'hour', breakdown: 'bars' } } };

export const HalfOfTheDataIsMissing: Story = {
  args: { frames: [withSampleGaps(models, (position) => position > 0.3 && position < 0.7)] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^60% of the period so far has data/, { selector: 'text' })).toBeVisible();
  },
};

export const WeekInBerlin: Story = {
  args: {
    timeZone: 'Europe/Berlin',
    field: { unit: 'currencyEUR' },
    options: { ratePer: 'hour', period: 'week', budget: 300 },
  },
};

export const HostileNames: Story = {
  args: {
    frames: [
      costs({
        '<img src=x onerror=alert(1)>': 1,
        '\u202Eelbisrever': 2,
        ['long '.repeat(2000)]: 3,
        nothing: Number.NaN,
        endless: 1e308,
      }),
    ],
  },
};

export const Empty: Story = { args: { frames: [] } };

export const Tiny: Story = { args: { width: 120, height: 60 } };

export const Small: Story = { args: { width: 300, height: 200 } };

export const Dark: Story = { args: { width: 900, height: 400 }, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <CostView {...args} />
    </Tile>
  ),
};
