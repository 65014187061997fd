import { type Backend, GlasspaneError, type LogEntry, type LogSubscription } from '@glasspane/core';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogsView, type LogsViewProps } from './LogsView.tsx';

const NOW_MS = Date.UTC(2026, 0, 31, 12);

/** Real timers, twenty times faster, and a clock that stands still. */
const clock = {
  now: () => NOW_MS,
  setTimeout(callback: () => void, delayMs: number) {
    const timer = setTimeout(callback, delayMs / 20);
    return () => clearTimeout(timer);
  },
};

const entry = (offsetMs: number, line: string): LogEntry => ({
  labels: { app: 'a', level: 'error' },
  timeNs: BigInt(NOW_MS + offsetMs) * 1_000_000n,
  line,
});

let found: readonly LogEntry[];
let followers: Set<LogSubscription>;
let ids = 0;

/** A backend whose logs a test controls. */
function aBackend(hasTail = true) {
  ids += 1;
  const query = vi.fn(async () => found);
  const tail = (subscription: LogSubscription): (() => void) => {
    followers.add(subscription);
    return () => followers.delete(subscription);
  };
  const logs = { query, labelNames: async () => ['app'], labelValues: async () => ['a'], ...(hasTail ? { tail } : {}) };
  return { backend: { id: `logs-${ids}`, metrics: {} as Backend['metrics'], logs }, query };
}

const come = (...entries: readonly LogEntry[]): void =>
  act(() => {
    for (const follower of followers) follower.onEntries(entries, 0);
  });

function show(backend: Backend, more: Partial<LogsViewProps> = {}) {
  return render(
    <StrictMode>
      <LogsView
        backend={backend}
        expr='{app="a"}'
        timeRange={{ from: 'now-1h', to: 'now' }}
        title="Logs"
        width={600}
        height={300}
        locale="en-US"
        timeZone="UTC"
        clock={clock}
        {...more}
      />
    </StrictMode>,
  );
}

beforeEach(() => {
  found = [entry(-1000, 'old')];
  followers = new Set();
});

afterEach(cleanup);

describe('LogsView', () => {
  it('never shows the lines of one backend as those of another one', async () => {
    found = [entry(-1000, 'of the first tenant')];
    const { rerender } = show(aBackend().backend);
    await screen.findByText('of the first tenant');
    const slow = aBackend();
    slow.query.mockImplementation(() => new Promise(() => undefined));
    const props = {
      expr: '{app="a"}',
      timeRange: { from: 'now-1h', to: 'now' },
      title: 'Logs',
      width: 600,
      height: 300,
    };
    rerender(
      <StrictMode>
        <LogsView backend={slow.backend} {...props} clock={clock} />
      </StrictMode>,
    );
    expect(screen.queryByText('of the first tenant')).toBeNull();
  });

  it('follows new lines, and ends that with the view', async () => {
    const { backend } = aBackend();
    const { unmount } = show(backend);
    await screen.findByText('old');
    await waitFor(() => expect(followers.size).toBe(1));
    come(entry(0, 'new'));
    await screen.findByText('new');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '12:00:00.000errornew',
      '11:59:59.000errorold',
    ]);
    unmount();
    expect(followers.size).toBe(0);
  });

  it('asks again and again where the source cannot be followed', async () => {
    const { backend } = aBackend(false);
    show(backend, { clock });
    await screen.findByText('old');
    expect(screen.getByText('Live')).toBeTruthy();
    found = [entry(0, 'asked for'), ...found];
    expect(await screen.findByText('asked for', {}, { timeout: 5000 })).toBeTruthy();
  });

  it('says that it lost the source, and finds what it missed', async () => {
    const { backend } = aBackend();
    show(backend);
    await waitFor(() => expect(followers.size).toBe(1));
    found = [entry(0, 'missed'), ...found];
    act(() => {
      for (const follower of followers) follower.onError?.(new GlasspaneError('unreachable', 'gone'));
    });
    await screen.findByText('Reconnecting');
    await screen.findByText('missed', {}, { timeout: 5000 });
    come(entry(1, 'again'));
    await screen.findByText('Live');
  });

  it('follows nothing where the time range is over, and asks once', async () => {
    const { backend, query } = aBackend();
    show(backend, { timeRange: { from: '2026-01-31T10:00:00Z', to: '2026-01-31T11:00:00Z' } });
    await screen.findByText('old');
    expect([followers.size, screen.queryByText('Live')]).toEqual([0, null]);
    expect(query).toHaveBeenCalledWith(
      { expr: '{app="a"}', startMs: Date.UTC(2026, 0, 31, 10), endMs: Date.UTC(2026, 0, 31, 11) + 1, limit: 501 },
      expect.any(AbortSignal),
    );
  });

  it('stands still with its dashboard', async () => {
    const { backend } = aBackend();
    show(backend, { isPaused: true });
    await screen.findByText('old');
    await waitFor(() => expect(followers.size).toBe(1));
    come(entry(0, 'new'));
    await screen.findByText('Paused, 1 new');
    expect(screen.queryByText('new')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Pause/ })).toBeNull();
  });

  it('keeps the lines it has, and says that they are old, when asking again fails', async () => {
    const { backend, query } = aBackend(false);
    show(backend);
    await screen.findByText('old');
    query.mockRejectedValue(new GlasspaneError('unavailable', 'Starting.'));
    await screen.findByText('Not current, as of 12:00:00: Starting.', {}, { timeout: 5000 });
    expect(screen.getByText('old')).toBeTruthy();
  });

  it('lets arrow keys walk over the lines, of which Tab reaches one', async () => {
    found = [entry(0, 'a'), entry(-1, 'b'), entry(-2, 'c')];
    show(aBackend().backend);
    await screen.findByText('a');
    const toggles = screen.getAllByRole('button', { name: /^Details of error/ });
    expect(toggles.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    act(() => toggles[0]?.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(toggles[2]);
    expect(toggles.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    await userEvent.keyboard('{Home}{Enter}');
    expect(toggles[0]?.getAttribute('aria-expanded')).toBe('true');
  });
});
