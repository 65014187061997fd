import { describe, expect, it } from 'vitest';
import { legendLayout } from './legendLayout.ts';

const items = (count: number): { name: string; value: string }[] =>
  Array.from({ length: count }, (_, index) => ({ name: `instance-${index}`, value: '12 ms' }));

describe('legendLayout', () => {
  it('takes as many rows as it needs, up to a third of the height', () => {
    expect(legendLayout({ placement: 'auto', items: items(1), width: 600, height: 300 })).toEqual({
      placement: 'below',
      size: 26,
    });
    expect(legendLayout({ placement: 'auto', items: items(90), width: 600, height: 300 })).toEqual({
      placement: 'below',
      size: 92,
    });
  });

  it('stands to the right where there is width for it', () => {
    expect(legendLayout({ placement: 'right', items: items(3), width: 600, height: 300 }).placement).toBe('right');
    expect(legendLayout({ placement: 'right', items: items(3), width: 300, height: 300 }).placement).toBe('below');
  });

  it('is left out of a small chart, and where there is nothing to name', () => {
    const none = { placement: 'none', size: 0 };
    expect(legendLayout({ placement: 'auto', items: items(3), width: 120, height: 60 })).toEqual(none);
    expect(legendLayout({ placement: 'auto', items: [], width: 600, height: 300 })).toEqual(none);
    expect(legendLayout({ placement: 'none', items: items(3), width: 600, height: 300 })).toEqual(none);
  });
});
