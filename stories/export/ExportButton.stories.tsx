import type { Backend } from '@glasspane/core';
import { Dashboard, ExportButton } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { sampleDashboard } from '../dashboard/sampleDashboard.ts';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';

const meta: Meta<typeof ExportButton> = {
  title: 'Export/ExportButton',
  component: ExportButton,
  args: { onExport: fn() },
  // The button takes everything from the dashboard around it.
  render: (args, { globals }) => <InDashboard backend={sampleBackend} theme={globals.theme} args={args} />,
};

export default meta;

type Story = StoryObj<typeof ExportButton>;

interface InDashboardProps {
  readonly backend: Backend;
  readonly theme: 'light' | 'dark';
  readonly args: Parameters<typeof ExportButton>[0];
  readonly timeRange?: { readonly from: string; readonly to: string } | undefined;
}

function InDashboard({ backend, theme, args, timeRange }: InDashboardProps) {
  return (
    <Dashboard
      dashboard={{ ...sampleDashboard, widgets: sampleDashboard.widgets.slice(0, 3) }}
      backend={backend}
      clock={sampleClock}
      timeZone="UTC"
      locale="en-GB"
      theme={theme}
      timeRange={timeRange}
      header={
        <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 12 }}>
          <ExportButton {...args} />
        </div>
      }
    />
  );
}

/** Answers each query once, for the screen, and then never again. */
function slowBackend(): Backend {
  const { metrics } = sampleBackend;
  const answered = new Set<string>();
  const isSlow = (expr: string): boolean => answered.size === answered.add(expr).size;
  const wait = (): Promise<never> => new Promise(() => undefined);
  return {
    ...sampleBackend,
    id: 'slow',
    metrics: {
      ...metrics,
      subscribe: () => () => undefined,
      queryInstant: (request, signal) => (isSlow(request.expr) ? wait() : metrics.queryInstant(request, signal)),
      queryRange: (request, signal) => (isSlow(request.expr) ? wait() : metrics.queryRange(request, signal)),
    },
  };
}

const open = async (canvasElement: HTMLElement): Promise<ReturnType<typeof within>> => {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole('button', { name: 'Export' }));
  return canvas;
};

export const Idle: Story = {};

export const Open: Story = {
  async play({ canvasElement }) {
    const canvas = await open(canvasElement);
    await waitFor(() => expect(canvas.getByRole('menuitem', { name: /^PDF/ })).toHaveFocus());
  },
};

export const OpenInTheDark: Story = { ...Open, globals: { theme: 'dark' } };

export const OnlyTables: Story = {
  args: { formats: ['csv', 'json'] },
  async play({ canvasElement, args }) {
    const canvas = await open(canvasElement);
    await expect(canvas.queryByRole('menuitemcheckbox')).toBeNull();
    await userEvent.click(canvas.getByRole('menuitem', { name: /^CSV/ }));
    await waitFor(() =>
      expect(args.onExport).toHaveBeenCalledWith(expect.objectContaining({ contentType: 'text/csv; charset=utf-8' })),
    );
  },
};

export const Running: Story = {
  render: (args, { globals }) => <InDashboard backend={slowBackend()} theme={globals.theme} args={args} />,
  async play({ canvasElement }) {
    await within(canvasElement).findByText('Memory used');
    await waitFor(() => expect(canvasElement.querySelector('.gp-skeleton')).toBeNull());
    const canvas = await open(canvasElement);
    await userEvent.click(canvas.getByRole('menuitem', { name: /^PDF/ }));
    await expect(await canvas.findByText('Asking the backend (0 of 3) …')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};

export const RunningInTheDark: Story = { ...Running, globals: { theme: 'dark' } };

export const Failed: Story = {
  render: (args, { globals }) => (
    <InDashboard backend={sampleBackend} theme={globals.theme} args={args} timeRange={{ from: 'now', to: 'now-1h' }} />
  ),
  async play({ canvasElement }) {
    const canvas = await open(canvasElement);
    await userEvent.click(canvas.getByRole('menuitem', { name: /^PNG/ }));
    const dialog = within(await canvas.findByRole('dialog'));
    await expect(await dialog.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** The dashboard has buttons in its own head and in those of its widgets. */
export const InTheHeads: Story = {
  render: (_, { globals }) => (
    <Dashboard
      dashboard={sampleDashboard}
      backend={sampleBackend}
      clock={sampleClock}
      timeZone="UTC"
      locale="en-GB"
      theme={globals.theme}
      exportFormats={['pdf', 'png', 'svg', 'csv', 'json']}
    />
  ),
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const [first] = sampleDashboard.widgets;
    const button = canvas.getByRole('button', { name: `Export ${first?.title}` });
    await userEvent.click(button);
    await expect(await canvas.findByRole('menuitem', { name: /^CSV/ })).toBeVisible();
  },
};

export const InTheHeadsNarrow: Story = {
  ...InTheHeads,
  render: (...all) => <div style={{ width: 380 }}>{InTheHeads.render?.(...all)}</div>,
};
