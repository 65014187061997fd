import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricFamily } from './Exposition.ts';
import { ExpositionError } from './ExpositionError.ts';
import { toExposition } from './metricFamily.ts';
import { type ExpositionFormat, parseExposition } from './parseExposition.ts';
import { writeExposition } from './writeExposition.ts';

const prometheus = (text: string) => parseExposition(text, { format: 'prometheus' });
const openMetrics = (text: string) => parseExposition(text, { format: 'openmetrics' });

function errorOf(text: string, format: ExpositionFormat = 'prometheus'): string {
  try {
    parseExposition(text, { format });
  } catch (error) {
    if (error instanceof ExpositionError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('parseExposition, Prometheus text format', () => {
  it('reads samples with labels, times and every kind of value', () => {
    const text = [
      'plain 1',
      'with_labels{a="x",b="y"} -2.5e3 1395066363000',
      'with:colon{} +Inf',
      '  padded  {  a = "x" , b = "y" , }   0.5   -7  ',
      'not_a_number NaN',
      'negative -inf',
      'no_newline .5',
    ].join('\n');
    expect(prometheus(text).samples).toEqual([
      { labels: { __name__: 'plain' }, value: 1 },
      { labels: { __name__: 'with_labels', a: 'x', b: 'y' }, value: -2500, timeMs: 1395066363000 },
      { labels: { __name__: 'with:colon' }, value: Number.POSITIVE_INFINITY },
      { labels: { __name__: 'padded', a: 'x', b: 'y' }, value: 0.5, timeMs: -7 },
      { labels: { __name__: 'not_a_number' }, value: Number.NaN },
      { labels: { __name__: 'negative' }, value: Number.NEGATIVE_INFINITY },
      { labels: { __name__: 'no_newline' }, value: 0.5 },
    ]);
  });

  it('reads what is said of metrics, in whatever order, and passes over comments', () => {
    const text = [
      '# just a comment',
      '#HELP not_a_description x',
      '# HELPER neither',
      '#',
      '',
      '# HELP a Two\\nlines, a \\\\ and a \\" as it is.',
      'a 1',
      '# TYPE a counter',
      '#   TYPE   b   untyped  ',
      '# HELP c',
      '# HELP d   indented ',
    ].join('\n');
    expect(prometheus(text).metadata).toEqual([
      { name: 'a', type: 'counter', help: 'Two\nlines, a \\ and a \\" as it is.' },
      { name: 'b', type: 'unknown' },
      { name: 'c', type: 'unknown', help: '' },
      { name: 'd', type: 'unknown', help: '  indented ' },
    ]);
  });

  it('resolves escapes in label values, keeps other backslashes, and keeps empty values', () => {
    const text = String.raw`a{path="C:\\new\n\"x\"",pattern="\d+",empty="",text="},# é"} 1`;
    expect(prometheus(text).samples[0]?.labels).toEqual({
      __name__: 'a',
      path: 'C:\\new\n"x"',
      pattern: '\\d+',
      empty: '',
      text: '},# é',
    });
  });

  it('reads names in quotes', () => {
    const text = '# TYPE "my.metric" gauge\n{"my.metric","label with \\"quotes\\""="x",b="y"} 1\n{ a="z" , "plain" } 2';
    expect(prometheus(text)).toEqual({
      metadata: [{ name: 'my.metric', type: 'gauge' }],
      samples: [
        { labels: { __name__: 'my.metric', 'label with "quotes"': 'x', b: 'y' }, value: 1 },
        { labels: { __name__: 'plain', a: 'z' }, value: 2 },
      ],
    });
  });

  it('takes a label named __proto__ for what it is', () => {
    const [sample] = prometheus('a{__proto__="x"} 1').samples;
    expect(Object.entries(sample?.labels ?? {})).toEqual([
      ['__name__', 'a'],
      ['__proto__', 'x'],
    ]);
    expect(Object.getPrototypeOf(sample?.labels)).toBe(Object.prototype);
  });

  it.each([
    [
      'a 1\nb x',
      'Line 2, column 4 of the exposition: expected a value before this place, not "x"; found the line ends',
    ],
    ['a', 'Line 1, column 2 of the exposition: expected a value before this place, not ""; found the line ends'],
    [
      'a 0x10',
      'Line 1, column 7 of the exposition: expected a value before this place, not "0x10"; found the line ends',
    ],
    [
      'a 1e999',
      'Line 1, column 8 of the exposition: expected a value before this place, not "1e999"; found the line ends',
    ],
    [
      'a 1 2.5',
      'Line 1, column 8 of the exposition: the timestamp before this place is not a time; found the line ends',
    ],
    ['a 1 2 3', 'Line 1, column 7 of the exposition: expected the end of the line; found "3"'],
    [
      'a 1\r\n',
      'Line 1, column 5 of the exposition: expected a value before this place, not "1\\r"; found the line ends',
    ],
    ['\n\n9a 1', 'Line 3, column 1 of the exposition: expected the name of a metric; found "9a 1"'],
    ['<html>', 'Line 1, column 1 of the exposition: expected the name of a metric; found "<html>"'],
    ['a{b="c" 1', 'Line 1, column 9 of the exposition: expected "," or "}" after a label; found "1"'],
    [
      'a{b="c',
      'Line 1, column 7 of the exposition: the text in double quotes does not end on this line; found the line ends',
    ],
    [
      'a{b="c\\',
      'Line 1, column 8 of the exposition: the text in double quotes does not end on this line; found the line ends',
    ],
    ['a{b=c} 1', 'Line 1, column 5 of the exposition: expected a text in double quotes; found "c} 1"'],
    ['a{b} 1', 'Line 1, column 4 of the exposition: expected "=" after the name of a label; found "} 1"'],
    ['a{,} 1', 'Line 1, column 3 of the exposition: expected the name of a label; found ",} 1"'],
    [
      'a{b="1",b="2"} 1',
      'Line 1, column 14 of the exposition: the sample has label b a second time before this place; found "} 1"',
    ],
    ['a{"b"} 1', 'Line 1, column 6 of the exposition: the sample has a second name before this place; found "} 1"'],
    ['{a="b"} 1', 'Line 1, column 8 of the exposition: the sample before this place has no metric name; found " 1"'],
    ['{} 1', 'Line 1, column 3 of the exposition: the sample before this place has no metric name; found " 1"'],
    ['{""} 1', 'Line 1, column 4 of the exposition: the name before this place is empty; found "} 1"'],
    [
      '# TYPE a bogus',
      'Line 1, column 15 of the exposition: expected a type before this place: counter, gauge, histogram, summary, untyped; found the line ends',
    ],
  ])('refuses %j with the place of the fault', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('reads no more samples than it is allowed to', () => {
    const twoSamples = 'a 1\nb 2\n';
    expect(parseExposition(twoSamples, { format: 'prometheus', maxSamples: 2 }).samples).toHaveLength(2);
    expect(() => parseExposition(twoSamples, { format: 'prometheus', maxSamples: 1 })).toThrow('Line 2, column 1');
  });
});

describe('parseExposition, OpenMetrics', () => {
  it('reads types, units, times in seconds and exemplars', () => {
    const text = [
      '# TYPE request_seconds histogram',
      '# UNIT request_seconds seconds',
      '# HELP request_seconds How \\"long\\".',
      'request_seconds_bucket{le="+Inf"} 17 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67 1520879607.7',
      'request_seconds_count 17 1520879607.789',
      '# TYPE build info',
      'build_info{version="1"} 1',
      '# TYPE requests counter',
      'requests_total 1.0 # {} 1',
      '# EOF',
    ].join('\n');
    const expected = {
      metadata: [
        { name: 'request_seconds', type: 'histogram', unit: 'seconds', help: 'How "long".' },
        { name: 'build', type: 'info' },
        { name: 'requests', type: 'counter' },
      ],
      samples: [
        { labels: { __name__: 'request_seconds_bucket', le: '+Inf' }, value: 17, timeMs: 1520879607789 },
        { labels: { __name__: 'request_seconds_count' }, value: 17, timeMs: 1520879607789 },
        { labels: { __name__: 'build_info', version: '1' }, value: 1 },
        { labels: { __name__: 'requests_total' }, value: 1 },
      ],
    };
    expect(openMetrics(text)).toEqual(expected);
    expect(openMetrics(`${text}\n`)).toEqual(expected);
  });

  it.each([
    ['a 1\n', 'Line 2, column 1 of the exposition: the exposition must end with "# EOF"; found the line ends'],
    ['', 'Line 1, column 1 of the exposition: the exposition must end with "# EOF"; found the line ends'],
    ['# EOF\na 1\n', 'Line 2, column 1 of the exposition: nothing may follow "# EOF"; found "a 1"'],
    ['a 1\n\n# EOF\n', 'Line 2, column 1 of the exposition: OpenMetrics has no empty lines; found the line ends'],
    ['# a comment\n# EOF\n', 'Line 1, column 3 of the exposition: expected HELP, TYPE, UNIT or EOF; found "a comment"'],
    ['a  1\n# EOF\n', 'Line 1, column 3 of the exposition: expected a value before this place, not ""; found " 1"'],
    ['a 1 # x\n# EOF\n', 'Line 1, column 7 of the exposition: expected the labels of an exemplar; found "x"'],
    [
      '# TYPE a untyped\n# EOF\n',
      'Line 1, column 17 of the exposition: expected a type before this place: counter, gauge, histogram, gaugehistogram, summary, info, stateset, unknown; found the line ends',
    ],
  ])('refuses %j with the place of the fault', (text, message) => {
    expect(errorOf(text, 'openmetrics')).toBe(message);
  });
});

describe('parseExposition and writeExposition', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,9}$/),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  );
  const labelName = fc
    .oneof(name, fc.constantFrom('__proto__', 'constructor', 'le'))
    .filter((text) => text !== '__name__');
  const value = fc.oneof(fc.double(), fc.integer());
  const family = fc
    .record({
      name,
      help: fc.string({ unit: 'grapheme' }),
      type: fc.constantFrom('counter', 'gauge', 'histogram', 'summary', 'unknown'),
      labels: fc.array(
        fc.uniqueArray(fc.tuple(labelName, fc.string({ unit: 'grapheme' })), { selector: ([key]) => key }),
      ),
      value,
      timeMs: fc.option(fc.integer(), { nil: undefined }),
    })
    .map(({ labels, value, timeMs, ...descriptor }): MetricFamily => {
      const samples = labels.map((entries) => ({
        labels: Object.fromEntries([['__name__', descriptor.name], ...entries]),
        value,
        ...(timeMs === undefined ? {} : { timeMs }),
      }));
      return { ...descriptor, samples };
    });

  it('read back what was written, whatever the names and texts are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(family, { selector: (item) => item.name }), (families) => {
        expect(prometheus(writeExposition(families))).toEqual(toExposition(families));
      }),
    );
  });
});
