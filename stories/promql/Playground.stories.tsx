import type { SampleSource } from '@glasspane/promql';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { playgroundLimits } from './askPlayground.ts';
import { exampleQueries } from './exampleQueries.ts';
import { Playground } from './Playground.tsx';
import { createSampleStore, longTextLength, sampleMetrics } from './sampleMetrics.ts';

const store = createSampleStore();
const queryOf = (label: string): string => exampleQueries.find((one) => one.label === label)?.query ?? '';

const meta: Meta<typeof Playground> = {
  title: 'PromQL/Playground',
  component: Playground,
  args: { source: store },
};

export default meta;

type Story = StoryObj<typeof Playground>;

const fieldIn = (canvasElement: HTMLElement): HTMLTextAreaElement =>
  within(canvasElement).getByRole('textbox', { name: 'PromQL query' });

const answerIn = (canvasElement: HTMLElement): HTMLElement =>
  within(canvasElement).getByRole('region', { name: 'Answer' });

/** Waits for what is spoken, and so for the outcome of what was typed last. */
async function spoken(canvasElement: HTMLElement, words: RegExp): Promise<void> {
  await waitFor(() => expect(within(canvasElement).getByRole('status')).toHaveTextContent(words), { timeout: 5000 });
}

export const Initial: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Sample data')).toBeVisible();
    await expect(answerIn(canvasElement)).toHaveTextContent('Nothing is asked yet.');
    const metrics = within(canvas.getByRole('region', { name: 'Sample metrics' }));
    await expect(metrics.getAllByRole('button')).toHaveLength(sampleMetrics.length);
    await expect(within(canvas.getByRole('group', { name: 'Examples' })).getAllByRole('button')).toHaveLength(
      exampleQueries.length,
    );
  },
};

export const Answered: Story = {
  args: { initialQuery: queryOf('Rate') },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^3 series, 723 samples\.$/);
    const answer = within(answerIn(canvasElement));
    await expect(answer.getByRole('application')).toBeVisible();
    await expect(answer.getByRole('grid', { name: 'Answer as a table (sample data)' })).toBeVisible();
    await expect(answer.getByText('7,020 samples read')).toBeVisible();
    const facts = within(canvasElement).getByRole('region', { name: 'The query as it was understood' });
    await expect(facts).toHaveTextContent('Typeinstant vector');
    await expect(facts).toHaveTextContent('Metricsshop_requests_total');
    await expect(facts).toHaveTextContent('Labelsroute');
  },
};

/** Every example is answered: none is refused, and each finds series. */
export const Examples: Story = {
  async play({ canvasElement }) {
    const examples = within(within(canvasElement).getByRole('group', { name: 'Examples' }));
    for (const { label, query } of exampleQueries) {
      await userEvent.click(examples.getByRole('button', { name: label }));
      await expect(fieldIn(canvasElement)).toHaveValue(query);
      await spoken(canvasElement, /^[1-9]\d* series, /);
    }
  },
};

export const Instant: Story = {
  args: { initialQuery: queryOf('Top 3'), initialLengthMs: 0 },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^3 series, 3 samples\.$/);
    const answer = within(answerIn(canvasElement));
    await expect(answer.queryByRole('application')).toBeNull();
    await expect(answer.getAllByRole('row')).toHaveLength(4);
  },
};

export const RangeVector: Story = {
  args: { initialQuery: 'warehouse_temperature_celsius[20m]', initialLengthMs: 0 },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^2 series, \d+ samples\.$/);
    await expect(within(answerIn(canvasElement)).getByRole('application')).toBeVisible();
  },
};

export const ScalarAndString: Story = {
  args: { initialQuery: '(2 ^ 10) + 1h', initialLengthMs: 0 },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^1 series, 1 sample\.$/);
    await expect(answerIn(canvasElement)).toHaveTextContent('4,624');
    await userEvent.clear(fieldIn(canvasElement));
    await userEvent.type(fieldIn(canvasElement), '"plain text"');
    await spoken(canvasElement, /^plain text\.$/);
  },
};

export const InvalidSyntax: Story = {
  async play({ canvasElement }) {
    const field = fieldIn(canvasElement);
    await userEvent.type(field, 'sum by (route)\n  (rate(shop_requests_total[[5m] foo))');
    await spoken(canvasElement, /^This is not a valid query\. 2:33: parse error/);
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(/2:33: parse error: .*identifier/);
    await expect(canvasElement.querySelector('.pg-mark')).toHaveTextContent('foo');
    await userEvent.tab();
    await expect(within(canvasElement).getByRole('button', { name: 'Go to the fault' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(field).toHaveFocus();
    await expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('foo');
    await userEvent.keyboard('{Delete}');
    await spoken(canvasElement, /^3 series/);
    await expect(field).toBeValid();
  },
};

export const UnfinishedQuery: Story = {
  args: { initialQuery: 'sum(rate(shop_requests_total[5m])' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /unclosed left parenthesis/);
    await expect(canvasElement.querySelector('.pg-mark')).toBeVisible();
  },
};

export const WrongType: Story = {
  args: { initialQuery: 'sum(\n  rate(shop_requests_total)\n)' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /2:8: parse error: expected type range vector in call to function "rate"/);
    await expect(canvasElement.querySelector('.pg-mark')).toHaveTextContent('shop_requests_total');
  },
};

export const EmptyAnswer: Story = {
  args: { initialQuery: 'rate(shop_requests_total{instance="api-9"}[5m]) / shop_request_total' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^No series match\.$/);
    const answer = answerIn(canvasElement);
    await expect(answer).toHaveTextContent('instance is api-1, api-2, api-3');
    await expect(answer).toHaveTextContent('There is no metric shop_request_total');
  },
};

export const NothingIsLeft: Story = {
  args: { initialQuery: 'shop_queue_length > 1000' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^No series match\.$/);
    await expect(answerIn(canvasElement)).toHaveTextContent('nothing is left of them here');
  },
};

export const TooManySamples: Story = {
  args: { initialQuery: 'avg_over_time(shop_requests_total[6h:100ms])' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^Too many samples\./);
    await expect(fieldIn(canvasElement)).toHaveAccessibleDescription(/Choose a shorter range/);
  },
};

const crowdedSource: SampleSource = {
  select: ({ endMs }) =>
    Array.from({ length: playgroundLimits.maxSeries + 1 }, (_, index) => ({
      labels: { __name__: 'sessions', user: String(index) },
      times: Float64Array.of(endMs),
      values: Float64Array.of(1),
    })),
};

export const TooManySeries: Story = {
  args: { source: crowdedSource, initialQuery: 'count(sessions)' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^Too many series\. query would read 1001 series/);
    await expect(fieldIn(canvasElement)).toHaveAccessibleDescription(/Choose fewer with matchers/);
  },
};

export const ImpossibleMatching: Story = {
  args: { initialQuery: 'shop_requests_total * on (instance) target_info' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^This query cannot be answered\. .*many-to-one/);
  },
};

export const Remarks: Story = {
  args: {
    initialQuery:
      'histogram_quantile(1.5, sum by (le) (rate(shop_request_duration_seconds_bucket[5m])))\n  or rate(shop_memory_bytes[5m])',
  },
  async play({ canvasElement }) {
    await spoken(canvasElement, /; 2 remarks\.$/);
    const remarks = within(within(canvasElement).getByRole('list', { name: 'Remarks' }));
    await expect(remarks.getByText(/between 0 and 1, got 1\.5 \(1:20\)/)).toBeVisible();
    await expect(remarks.getByText(/metric might not be a counter.*"shop_memory_bytes" \(2:11\)/)).toBeVisible();
  },
};

/** A backtracking matcher would try 2^50,000 ways. */
export const RegexThatWouldHang: Story = {
  args: { initialQuery: 'shop_paths{path!~"(a+)+$"}', initialLengthMs: 0 },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^2 series, 2 samples\.$/);
    await expect(answerIn(canvasElement)).toHaveTextContent(`(${longTextLength.toLocaleString('en')} characters)`);
  },
};

export const InsertByKeyboard: Story = {
  async play({ canvasElement }) {
    const field = fieldIn(canvasElement);
    await userEvent.type(field, 'sum()');
    field.setSelectionRange(4, 4);
    within(canvasElement).getByRole('button', { name: 'cart.größe' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(field.value).toMatch(/^sum\(\{.*"cart\.größe"\}\)$/);
    await expect(field).toHaveFocus();
    await expect(field.selectionStart).toBe(field.value.length - 1);
    await spoken(canvasElement, /^1 series/);
  },
};

const signals: AbortSignal[] = [];
const silentSource: SampleSource = {
  select(_, signal) {
    if (signal !== undefined) signals.push(signal);
    return new Promise(() => {});
  },
};

/** The answer to what is no longer asked is not waited for. */
export const TypingOnward: Story = {
  args: { source: silentSource, initialQuery: 'up' },
  async play({ canvasElement }) {
    signals.length = 0;
    const field = fieldIn(canvasElement);
    await userEvent.type(field, ' > 0');
    await waitFor(() => expect(signals.length).toBeGreaterThan(0));
    await expect(signals.at(-1)?.aborted).toBe(false);
    const [pending] = signals.slice(-1);
    await userEvent.type(field, '.5');
    await expect(pending?.aborted).toBe(true);
    await expect(answerIn(canvasElement)).toHaveAttribute('aria-busy', 'true');
  },
};

export const Dark: Story = { ...Answered, globals: { theme: 'dark' } };

export const InvalidSyntaxDark: Story = {
  args: { initialQuery: 'sum by (route)\n  (rate(shop_requests_total[5m] foo))' },
  globals: { theme: 'dark' },
};

export const Narrow: Story = {
  ...Answered,
  render: (args) => (
    <div style={{ maxWidth: 328 }}>
      <Playground {...args} />
    </div>
  ),
  async play({ canvasElement }) {
    await spoken(canvasElement, /^3 series/);
    const page = within(canvasElement).getByRole('main');
    await expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
  },
};

export const NarrowFault: Story = {
  ...Narrow,
  args: { initialQuery: 'sum by (route)\n  (rate(shop_requests_total[5m] foo))' },
  async play({ canvasElement }) {
    await spoken(canvasElement, /^This is not a valid query/);
    const [mark, page] = [canvasElement.querySelector('.pg-mark'), within(canvasElement).getByRole('main')];
    await expect(mark?.getBoundingClientRect().right).toBeLessThanOrEqual(page.getBoundingClientRect().right);
  },
};

export const RightToLeft: Story = {
  args: { initialQuery: queryOf('Quantile') },
  render: (args) => (
    <div dir="rtl">
      <Playground {...args} />
    </div>
  ),
  async play({ canvasElement }) {
    await spoken(canvasElement, /^3 series/);
    await expect(getComputedStyle(fieldIn(canvasElement)).direction).toBe('ltr');
  },
};
