import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { aDashboard } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import { Dashboard } from './Dashboard.tsx';

describe('a dashboard that a server rendered', () => {
  it('is taken over by the browser without a mismatch, and comes to life', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fake = new FakeBackend();
    const app = (
      <Dashboard dashboard={aDashboard()} backend={fake.backend} widgets={[lastValue]} locale="en" timeZone="UTC" />
    );
    const host = document.createElement('div');
    host.innerHTML = renderToString(app);
    document.body.append(host);
    const root = hydrateRoot(host, app);
    await vi.waitFor(() => expect(host.textContent).toContain('value 1'));
    root.unmount();
    host.remove();
    expect(error.mock.calls).toEqual([]);
    error.mockRestore();
  });
});
