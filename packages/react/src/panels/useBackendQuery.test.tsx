import { type Backend, GlasspaneError } from '@glasspane/core';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { Panel } from './Panel.tsx';
import { PanelQuery } from './PanelQuery.tsx';
import { useBackendMutation } from './useBackendMutation.ts';
import { useBackendQuery } from './useBackendQuery.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'visibilityState');
});

interface AskingProps {
  readonly backend: Backend;
  ask(signal: AbortSignal): Promise<string>;
}

function Answer({ backend, ask }: AskingProps): ReactElement {
  const query = useBackendQuery({ backend, topic: 'alerts', ask });
  const change = useBackendMutation({ backend, invalidates: ['alerts'], run: async () => 'done' });
  return (
    <PanelQuery query={query} what="the answer">
      {(data) => (
        <button type="button" onClick={() => void change.run(undefined)}>
          {data}
        </button>
      )}
    </PanelQuery>
  );
}

function Asking(props: AskingProps): ReactElement {
  return (
    <Panel backend={props.backend} label="Answers" needs={[]} advice="">
      <Answer {...props} />
    </Panel>
  );
}

function setTabVisible(isVisible: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isVisible ? 'visible' : 'hidden'),
  });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

const unreachable = new GlasspaneError('unreachable', 'No answer.');

describe('useBackendQuery', () => {
  it('asks again every 5 s, and not while the tab is hidden', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const ask = vi.fn(async () => 'fine');
    render(<Asking backend={new FakeBackend().backend} ask={ask} />);
    await screen.findByText('fine');
    await act(() => vi.advanceTimersByTimeAsync(10_100));
    expect(ask).toHaveBeenCalledTimes(3);
    act(() => setTabVisible(false));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('says why there is no answer, and tries again when told to', async () => {
    let error: GlasspaneError | undefined = unreachable;
    const ask = async (): Promise<string> => {
      if (error !== undefined) throw error;
      return 'fine';
    };
    render(<Asking backend={new FakeBackend().backend} ask={ask} />);
    expect((await screen.findByRole('alert')).textContent).toContain('Cannot load the answer');
    error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('fine');
  });

  it('keeps the former answer when a refresh fails, and says that it is old', async () => {
    const ask = vi.fn(async () => 'fine');
    render(<Asking backend={new FakeBackend().backend} ask={ask} />);
    await screen.findByText('fine');
    ask.mockRejectedValueOnce(unreachable);
    await userEvent.click(screen.getByRole('button', { name: 'fine' }));
    expect((await screen.findByRole('status')).textContent).toContain(
      'Not current: the last refresh failed (No answer.)',
    );
    expect(screen.getByText('fine')).toBeDefined();
  });

  it('gives up the call when the panel goes', async () => {
    let signal: AbortSignal | undefined;
    const ask = (asked: AbortSignal): Promise<string> => {
      signal = asked;
      return new Promise(() => {});
    };
    const view = render(<Asking backend={new FakeBackend().backend} ask={ask} />);
    await waitFor(() => expect(signal).toBeDefined());
    view.unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('never shows the answer of another backend', async () => {
    const view = render(<Asking backend={new FakeBackend().backend} ask={async () => 'of the first'} />);
    await screen.findByText('of the first');
    view.rerender(<Asking backend={new FakeBackend().backend} ask={() => new Promise(() => {})} />);
    expect(screen.queryByText('of the first')).toBeNull();
  });
});
