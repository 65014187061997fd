import { describe, expect, it } from 'vitest';
import { detectFormat } from './detectFormat.ts';

describe('detectFormat', () => {
  it.each([
    ['its last line', 'a 1 1700000000000\n# EOF\n'],
    ['a unit', '# UNIT a_seconds seconds\na_seconds 1 1700000000000\n'],
    ['a type', '# TYPE a info\na_info 1\n'],
    ['a counter without the suffix of its samples', '# TYPE a counter\na_total 1\n'],
    ['times that can only be seconds', 'a 1 1700000000\na{x="1 2"} 1 1700000015\n'],
    ['times with a fraction', 'a{x="}"} 1 1700000000.123\n'],
  ])('knows OpenMetrics by %s', (_, text) => expect(detectFormat(text)).toBe('openmetrics'));

  it.each([
    ['a type', '# TYPE a untyped\na 1 1700000000\n'],
    ['a counter with the suffix of its samples', '# TYPE a_total counter\na_total 1 1700000000\n'],
    ['times behind a name in braces', '{__name__="a", x="1"} 5 1700000000500\n'],
    ['times that can only be milliseconds', 'a 1 1700000000000\na 1.5 1700000015000\n'],
    ['nothing: there are no times', 'a 1\na{x="1"} 1.5\n'],
    ['nothing: there is no text', ''],
  ])('knows the text of Prometheus by %s', (_, text) => expect(detectFormat(text)).toBe('prometheus'));

  it('looks at the end as well', () =>
    expect(detectFormat('a 1 1700000000000\n', 'a 2 1\n# EOF\n')).toBe('openmetrics'));
});
