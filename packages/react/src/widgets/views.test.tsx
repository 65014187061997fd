import type { Frame } from '@glasspane/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { BarGaugeView } from './barGauge/BarGaugeView.tsx';
import { GaugeView } from './gauge/GaugeView.tsx';
import { StatView } from './stat/StatView.tsx';
import { TableView } from './table/TableView.tsx';
import { TextView } from './text/TextView.tsx';

const timeRange = { startMs: 0, endMs: 1000 };
const common = { title: 'CPU', timeRange, width: 600, height: 300, locale: 'en-US', timeZone: 'UTC' };
const thresholds = [{ color: 'good' }, { value: 0.8, color: 'critical', label: 'overloaded' }];

function instant(values: Readonly<Record<string, number>>): readonly Frame[] {
  const fields = Object.entries(values).map(([instance, value]) => ({
    kind: 'number' as const,
    name: 'cpu',
    labels: { instance },
    values: Float64Array.of(value),
  }));
  return [{ length: 1, fields: [{ kind: 'time', name: 'time', values: Float64Array.of(1000) }, ...fields] }];
}

function firstColumn(): (string | null | undefined)[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);
}

afterEach(cleanup);

describe('the stat view', () => {
  it('says in words what its colour says', () => {
    render(<StatView {...common} frames={instant({ a: 0.9 })} field={{ unit: 'percentunit', thresholds }} />);
    expect(screen.getByRole('listitem').textContent).toBe('90%overloaded');
  });

  it('names its tiles where there are several', () => {
    render(<StatView {...common} frames={instant({ a: 1, b: 2 })} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['a1', 'b2']);
  });

  it('makes the value that the reducer asks for', () => {
    const [frame] = instant({ a: 4 });
    render(
      <StatView
        {...common}
        frames={frame === undefined ? [] : [frame]}
        field={{ unit: 's' }}
        options={{ reducer: 'count' }}
      />,
    );
    expect(screen.getByRole('listitem').textContent).toBe('1');
  });
});

describe.each([
  ['stat', StatView],
  ['gauge', GaugeView],
  ['bar gauge', BarGaugeView],
] as const)('the values of the %s view', (_, View) => {
  it('lead to the first link of their field, escaped, and to the host', async () => {
    const clicked: string[] = [];
    const links = [{ title: 'Logs of {{instance}}', url: '/logs?host={{instance}}&from={{__from}}' }];
    render(
      <View
        {...common}
        frames={instant({ 'a&b': 1, c: 2 })}
        field={{ links }}
        onPointClick={(point) => {
          clicked.push(point.seriesName);
          point.preventDefault();
        }}
      />,
    );
    const link = screen.getByRole('link', { name: /Logs of a&b$/ });
    expect(link.getAttribute('href')).toBe('/logs?host=a%26b&from=0');
    await userEvent.click(link);
    expect(clicked).toEqual(['a&b']);
  });

  it('are buttons where only the host answers, and nothing to choose where nobody does', async () => {
    const clicked: unknown[] = [];
    const { rerender } = render(
      <View
        {...common}
        frames={instant({ a: 1, b: 2 })}
        onPointClick={({ seriesName, value }) => clicked.push([seriesName, value])}
      />,
    );
    const [first] = screen.getAllByRole('button');
    if (first !== undefined) await userEvent.click(first);
    expect(clicked).toEqual([['a', 1]]);
    rerender(<View {...common} frames={instant({ a: 1, b: 2 })} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('the gauge view', () => {
  it('writes its ends without the decimals of its value', () => {
    const field = { unit: 'percent', decimals: 1, min: 0, max: 100 };
    const { container } = render(<GaugeView {...common} frames={instant({ a: 42 })} field={field} />);
    const texts = ['.gp-gauge-value', '.gp-gauge-ends span', '.gp-gauge-ends span + span'].map(
      (part) => container.querySelector(part)?.textContent,
    );
    expect(texts).toEqual(['42.0%', '0%', '100%']);
  });

  it('is a meter with a name, ends, a value and what the value means', () => {
    render(<GaugeView {...common} frames={instant({ a: 0.9 })} field={{ unit: 'percentunit', thresholds }} />);
    const meter = screen.getByRole('meter', { name: 'a' });
    const read = (name: string): string | null => meter.getAttribute(`aria-value${name}`);
    expect([read('min'), read('max'), read('now'), read('text')]).toEqual(['0', '1', '0.9', '90%, overloaded']);
  });

  it('is no meter without a value', () => {
    render(<GaugeView {...common} frames={instant({ a: Number.NaN })} />);
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.getByRole('img', { name: 'a: NaN' })).toBeDefined();
  });
});

describe('the table view', () => {
  it('sorts by the column that is chosen, and stays so when new data come', async () => {
    const { rerender } = render(<TableView {...common} frames={instant({ a: 1, b: 3, c: 2 })} />);
    expect(firstColumn()).toEqual(['a', 'b', 'c']);
    await userEvent.click(screen.getByRole('button', { name: 'cpu' }));
    expect(firstColumn()).toEqual(['b', 'c', 'a']);
    rerender(<TableView {...common} frames={instant({ a: 9, b: 3, c: 2 })} />);
    expect(firstColumn()).toEqual(['a', 'b', 'c']);
    await userEvent.click(screen.getByRole('button', { name: 'cpu' }));
    expect(firstColumn()).toEqual(['c', 'b', 'a']);
  });

  it('begins with the column of its options, and leaves out hidden labels', () => {
    render(
      <TableView
        {...common}
        frames={instant({ a: 1, b: 3 })}
        options={{ sortBy: 'cpu', hiddenLabels: ['instance'] }}
      />,
    );
    expect(firstColumn()).toEqual(['3', '1']);
  });

  it('says how many rows it leaves out', () => {
    render(<TableView {...common} frames={instant({ a: 1, b: 2, c: 3 })} options={{ maxRows: 2 }} />);
    expect(screen.getByText('Showing 2 of 3 rows')).toBeDefined();
  });
});

describe('the text view', () => {
  it('draws markdown, and links that keep their page from being steered', () => {
    render(<TextView {...common} options={{ content: '# Notes\n[docs](https://example.com)' }} />);
    expect(screen.getByRole('heading', { name: 'Notes', level: 4 })).toBeDefined();
    expect(screen.getByRole('link', { name: 'docs' }).getAttribute('rel')).toBe('noopener noreferrer');
  });
});
