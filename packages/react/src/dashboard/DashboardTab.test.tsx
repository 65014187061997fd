import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aDashboard } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import { Dashboard } from './Dashboard.tsx';

function setTab(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

afterEach(() => {
  cleanup();
  setTab('visible');
});

describe('a dashboard in a tab that is hidden', () => {
  it('neither asks nor listens, and catches up at once when the tab is shown again', async () => {
    const fake = new FakeBackend();
    render(
      <Dashboard dashboard={aDashboard({ refreshIntervalMs: 50 })} backend={fake.backend} widgets={[lastValue]} />,
    );
    await screen.findByText(/value 1/);
    await waitFor(() => expect(fake.subscriptions.size).toBe(1));
    setTab('hidden');
    expect(fake.subscriptions.size).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    fake.asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(fake.asked).toEqual([]);
    fake.value = 2;
    setTab('visible');
    await screen.findByText(/value 2/);
    await waitFor(() => expect(fake.subscriptions.size).toBe(1));
  });
});
