import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeBackend } from '../../test/FakeBackend.ts';
import '../styles.css';
import { TimeSeriesChart, type TimeSeriesChartProps } from './TimeSeriesChart.tsx';

afterEach(cleanup);

function show(fake: FakeBackend, props: Partial<TimeSeriesChartProps> = {}) {
  return render(
    <StrictMode>
      <div style={{ width: 600 }}>
        <TimeSeriesChart title="Load" backend={fake.backend} query="fake" {...props} />
      </div>
    </StrictMode>,
  );
}

const chart = () => screen.getByRole('article', { name: 'Load' });
const plot = () =>
  waitFor(() => {
    const found = chart().querySelector('[role=application]');
    if (found === null) throw new Error('no plot yet');
    return found;
  });

describe('TimeSeriesChart', () => {
  it('stands alone, as wide as its container and 240 pixels high', async () => {
    const fake = new FakeBackend();
    show(fake);
    await plot();
    const { width, height } = chart().getBoundingClientRect();
    expect({ width, height }).toEqual({ width: 600, height: 240 });
    await waitFor(() => expect(fake.subscriptions.size).toBe(1));
  });

  it('zooms to the range that is dragged over, and back', async () => {
    const fake = new FakeBackend();
    const onTimeRangeChange = vi.fn();
    show(fake, { onTimeRangeChange });
    const target = await plot();
    const { width, height } = target.getBoundingClientRect();
    await userEvent.dragAndDrop(target, target, {
      sourcePosition: { x: width / 2, y: height / 2 },
      targetPosition: { x: width - 30, y: height / 2 },
    });
    await waitFor(() => expect(onTimeRangeChange).toHaveBeenCalledOnce());
    const [{ from, to }] = onTimeRangeChange.mock.calls[0] ?? [{}];
    expect(Date.parse(to) - Date.parse(from)).toBeLessThan(3_600_000);
    await userEvent.click(await screen.findByRole('button', { name: 'Reset zoom' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Reset zoom' })).toBeNull());
  });

  it('takes several queries, and asks no more than their content says when props are written inline', async () => {
    const fake = new FakeBackend();
    const query = () => [
      { refId: 'A', expr: 'one' },
      { refId: 'B', expr: 'two' },
    ];
    const view = show(fake, { query: query(), isLive: false, timeRange: { from: '0', to: '3600000' } });
    await plot();
    fake.asked.length = 0;
    view.rerender(
      <StrictMode>
        <div style={{ width: 600 }}>
          <TimeSeriesChart
            title="Load"
            backend={fake.backend}
            query={query()}
            isLive={false}
            timeRange={{ from: '0', to: '3600000' }}
          />
        </div>
      </StrictMode>,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fake.asked).toEqual([]);
  });

  it('says that it has no room in a container without height', async () => {
    const fake = new FakeBackend();
    render(
      <div style={{ height: 0, width: 400 }}>
        <TimeSeriesChart title="Load" backend={fake.backend} query="fake" height="100%" />
      </div>,
    );
    const message = await within(chart()).findByText('No room');
    // It stays: the message must not make the room whose absence it tells.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(message.isConnected).toBe(true);
  });
});
