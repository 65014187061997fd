import type { Frame } from '@glasspane/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { TimeSeriesView } from '../widgets/timeSeries/TimeSeriesView.tsx';
import { legendSettings } from './LegendOptions.ts';
import { legendColumns } from './legendItems.ts';
import { legendLayout } from './legendLayout.ts';
import { SvgLegend } from './SvgLegend.tsx';

const times = Float64Array.from([0, 20_000, 40_000, 60_000]);
const frame: Frame = {
  length: 4,
  fields: [
    { kind: 'time', name: 'time', values: times },
    ...Object.entries({ user: [1, 2, 3, 4], system: [4, 3, 2, 1], idle: [9, 9, 9, Number.NaN] }).map(
      ([mode, values]) =>
        ({ kind: 'number', name: 'cpu', labels: { mode }, values: Float64Array.from(values) }) as const,
    ),
  ],
};
const common = { title: 'CPU', timeRange: { startMs: 0, endMs: 60_000 }, width: 600, height: 300, locale: 'en-US' };

afterEach(cleanup);

function rows(): readonly (readonly (string | null)[])[] {
  const [, ...body] = within(screen.getByRole('table', { name: 'Series' })).getAllByRole('row');
  return body.map((row) => [...row.children].map((cell) => cell.textContent));
}

describe('a legend that is a table', () => {
  const options = { legend: { mode: 'table', values: ['min', 'max', 'mean', 'last', 'sum'] } } as const;

  it('has a row for each series and a column for each value, in the unit of the series', () => {
    render(<TimeSeriesView {...common} frames={[frame]} field={{ unit: 'percent' }} options={options} />);
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(
      expect.arrayContaining(['Name', 'Min', 'Max', 'Mean', 'Last', 'Total']),
    );
    expect(rows()).toEqual([
      ['user', '1%', '4%', '2.5%', '4%', '10%'],
      ['system', '1%', '4%', '2.5%', '1%', '10%'],
      ['idle', '9%', '9%', '9%', 'NaN', '27%'],
    ]);
  });

  it('is sorted by a column from the largest, then from the smallest, then not', async () => {
    render(<TimeSeriesView {...common} frames={[frame]} options={options} />);
    const names = (): readonly unknown[] => rows().map(([name]) => name);
    const last = screen.getByRole('button', { name: 'Last' });
    const seen: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await userEvent.click(last);
      seen.push([names().join(' '), last.closest('th')?.getAttribute('aria-sort')]);
    }
    expect(seen).toEqual([
      ['user system idle', 'descending'],
      ['system user idle', 'ascending'],
      ['user system idle', 'none'],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()).toEqual(['idle', 'system', 'user']);
  });

  it('shows one series alone, and switches one on and off with Shift', async () => {
    render(<TimeSeriesView {...common} frames={[frame]} options={options} />);
    const shown = (): number => document.querySelectorAll('.gp-line').length;
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('button', { name: 'idle' }));
    await user.keyboard('{/Shift}');
    expect(shown()).toBe(2);
    await user.click(screen.getByRole('button', { name: 'idle' }));
    expect(shown()).toBe(1);
  });
});

describe('a legend that is a list', () => {
  it('says what each of several values is', () => {
    render(<TimeSeriesView {...common} frames={[frame]} options={{ legend: { values: ['min', 'max'] } }} />);
    expect(screen.getByRole('button', { name: 'user min 1, max 4' })).toBeDefined();
  });

  it('is where it was told to be by its place alone', () => {
    expect(legendSettings('right')).toEqual({ placement: 'right', mode: 'list', values: ['last'] });
  });
});

describe('the table of a legend in a picture', () => {
  const settings = legendSettings({ mode: 'table' });
  const items = Array.from({ length: 9 }, (_, index) => ({
    key: `${index}`,
    name: `a series with a rather long name, number ${index}`,
    color: '#000',
    value: '',
    cells: ['1.25 GiB', '3.5 GiB', '2.125 GiB', '3 GiB'].map((text) => ({ text, number: 1 })),
  }));
  const draw = (width: number, height: number): string => {
    const columns = legendColumns(settings);
    const layout = legendLayout({ placement: 'auto', items, width, height, columns });
    return renderToStaticMarkup(
      <svg role="img" aria-label="Legend">
        <SvgLegend items={items} layout={layout} x={0} y={0} width={width} height={layout.size - 4} />
      </svg>,
    );
  };

  it('has the titles of its columns, and counts the rows that have no room', () => {
    const markup = draw(600, 300);
    for (const text of ['Min', 'Max', 'Mean', 'Last', '3.5 GiB', 'and 6 more']) expect(markup).toContain(text);
  });

  it('gives the names room before the last columns', () => {
    const markup = draw(200, 300);
    expect([markup.includes('Min'), markup.includes('Last'), markup.includes('NaN')]).toEqual([true, false, false]);
  });
});
