import { GlasspaneError } from '@glasspane/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { type UseMetricQueriesOptions, useMetricQueries } from './useMetricQueries.ts';

let client: QueryClient;
let fake: FakeBackend;

beforeEach(() => {
  client = new QueryClient();
  fake = new FakeBackend();
});

afterEach(() => {
  cleanup();
  client.clear();
});

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

const options = (changes: Partial<UseMetricQueriesOptions> = {}): UseMetricQueriesOptions => ({
  backend: fake.backend,
  queries: [
    { refId: 'A', expr: 'fake' },
    { refId: 'B', expr: 'hidden', isHidden: true },
  ],
  timeRange: { from: 'now-1h', to: 'now' },
  widthPx: 600,
  ...changes,
});

const use = (initialProps: UseMetricQueriesOptions) => renderHook(useMetricQueries, { initialProps, wrapper });

describe('useMetricQueries', () => {
  it('gives one result for each query that is not hidden', async () => {
    const { result } = use(options());
    expect(result.current.state).toEqual({ status: 'loading' });
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    expect(result.current.state).toMatchObject({
      results: [{ query: { refId: 'A' }, notices: [] }],
      isOutdated: false,
    });
    expect(fake.asked.map(({ expr }) => expr)).toEqual(['fake']);
  });

  it('gives the same results by reference when it is rendered again', async () => {
    const { result, rerender } = use(options());
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    const { state } = result.current;
    rerender(options());
    expect(result.current.state).toBe(state);
  });

  it('lets the former answers stand in while another time range is on its way', async () => {
    const { result, rerender } = use(options());
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    const former = result.current.state;
    rerender(options({ timeRange: { from: 'now-6h', to: 'now' } }));
    expect(result.current.state).toEqual({ ...former, isOutdated: true });
    await waitFor(() => expect(result.current.state).toMatchObject({ isOutdated: false }));
    expect(result.current.state).not.toEqual(former);
  });

  it('asks a time range of fixed moments again only until it is over', async () => {
    const over = { from: '2026-01-31T08:00:00Z', to: '2026-01-31T10:00:00Z' };
    const { result, rerender } = use(options({ timeRange: over, refreshIntervalMs: 20 }));
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fake.asked.length).toBe(1);
    rerender(options({ timeRange: { ...over, to: new Date(Date.now() - 1000).toISOString() }, refreshIntervalMs: 20 }));
    await waitFor(() => expect(fake.asked.length).toBeGreaterThan(3));
  });

  it('shows nothing of one backend as the answer of another', async () => {
    const { result, rerender } = use(options());
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    rerender(options({ backend: new FakeBackend().backend }));
    expect(result.current.state).toEqual({ status: 'loading' });
  });

  it('asks nothing while it is disabled, or the width is not known', async () => {
    const { result, rerender } = use(options({ isEnabled: false }));
    rerender(options({ widthPx: undefined }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect({ state: result.current.state, asked: fake.asked }).toEqual({ state: { status: 'loading' }, asked: [] });
  });

  it('tells an error of a foreign adapter once, as an internal one', async () => {
    fake.error = new TypeError('x is undefined') as unknown as GlasspaneError;
    const { result, rerender } = use(options());
    await waitFor(() => expect(result.current.state.status).toBe('error'));
    const { state } = result.current;
    expect(state).toMatchObject({ error: { code: 'internal', message: 'x is undefined' } });
    rerender(options());
    expect(result.current.state).toBe(state);
  });

  it('tells what is wrong with a query whose variable does not exist', async () => {
    const { result } = use(options({ queries: [{ refId: 'A', expr: 'fake{env="$env"}' }] }));
    await waitFor(() => expect(result.current.state.status).toBe('error'));
    expect(result.current.state).toMatchObject({ error: { message: expect.stringContaining('$env') } });
  });

  it('is ready at once, for a time range, when there is nothing to ask', () => {
    const { result } = use(options({ queries: [] }));
    expect(result.current.state).toMatchObject({ status: 'ready', results: [] });
  });

  it('keeps the answers when a refresh fails, and says why', async () => {
    const { result } = use(options());
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    fake.error = new GlasspaneError('unavailable', 'Starting.');
    result.current.refetch();
    await waitFor(() => expect(result.current.state).toMatchObject({ status: 'ready', refreshError: fake.error }));
  });
});
