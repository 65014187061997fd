import type { Labels } from '@glasspane/promql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpositionError } from '../collect/exposition/ExpositionError.ts';
import { type ExpositionFormat, parseExposition } from '../collect/exposition/parseExposition.ts';
import { seriesKey } from '../store/SeriesCatalog.ts';
import type { MetricNews } from './ImportTarget.ts';
import { LineParser } from './LineParser.ts';
import { SampleBuffer } from './SampleBuffer.ts';

const MAX_TIME_MS = 2_000_000_000_000;

interface Parsed {
  readonly samples: readonly (readonly [labels: Labels, timeMs: number, value: number])[];
  readonly refused: readonly string[];
  readonly metadata: readonly MetricNews[];
  readonly parser: LineParser;
}

function parse(text: string, format: ExpositionFormat = 'prometheus', timestampMs?: number): Parsed {
  const labels: Labels[] = [];
  const numbers = new Map<string, number>();
  const refused: string[] = [];
  const parser = new LineParser({
    format,
    timestampMs,
    maxTimeMs: MAX_TIME_MS,
    oldTimeMs: 1000,
    seriesFor: (one) => {
      const number = numbers.get(seriesKey(one)) ?? labels.push(one) - 1;
      numbers.set(seriesKey(one), number);
      return number;
    },
    onRefused: (line, reason) => refused.push(`${line}: ${reason}`),
  });
  const buffer = new SampleBuffer(1);
  parser.push(Buffer.from(text), buffer);
  const samples = Array.from({ length: buffer.length }, (_, row) => {
    const of = labels[buffer.series[row] ?? -1] ?? {};
    return [of, buffer.times[row] ?? Number.NaN, buffer.values[row] ?? Number.NaN] as const;
  });
  return { samples, refused, metadata: parser.takeMetadata(), parser };
}

describe('LineParser', () => {
  it('takes what Windows writes: a byte order mark, and carriage returns at the ends of lines', () => {
    const lines = ['\ufeff# TYPE a gauge', 'a{x="1"} 1 1000', '', 'a{x="1"} 0x 2000', 'a{x="1"} 3 3000', '# EOF', ''];
    const { samples, refused, metadata, parser } = parse(lines.join('\r\n'));
    expect(samples).toEqual([
      [{ __name__: 'a', x: '1' }, 1000, 1],
      [{ __name__: 'a', x: '1' }, 3000, 3],
    ]);
    expect(refused).toEqual(['4: expected a value before this place, not "0x"; found " 2000" (column 12)']);
    expect(metadata).toEqual([{ name: 'a', type: 'gauge' }]);
    expect(parser.lines).toBe(6);
    const { samples: inSeconds, parser: ended } = parse('\ufeffa 1 1\r\na 2 2\r\n# EOF\r\n', 'openmetrics');
    expect(inSeconds).toHaveLength(2);
    expect(ended.hasEnded).toBe(true);
  });

  it('takes a byte order mark only where the text begins', () => {
    expect(parse('a 1 1000\n\ufeffa 2 2000\n').refused).toHaveLength(1);
  });

  it('reads series one after the other, and all of them again and again', () => {
    const { samples, parser } = parse(
      [
        'a{x="1"} 1 1000',
        'a{x="1"} 2 2000',
        'a{x="2"} 3 1000',
        'a{x="1"} 4 3000',
        'a{x="2"} 5 3000',
        'a 6 3000',
        '',
      ].join('\n'),
    );
    expect(samples).toEqual([
      [{ __name__: 'a', x: '1' }, 1000, 1],
      [{ __name__: 'a', x: '1' }, 2000, 2],
      [{ __name__: 'a', x: '2' }, 1000, 3],
      [{ __name__: 'a', x: '1' }, 3000, 4],
      [{ __name__: 'a', x: '2' }, 3000, 5],
      [{ __name__: 'a' }, 3000, 6],
    ]);
    expect(parser).toMatchObject({ lines: 6, series: 3, old: 0 });
  });

  it('takes the same series for one, however it is written, and tells apart what only looks alike', () => {
    const text = [
      'a{x="1",y="2"} 1 1',
      'a{y="2", x="1"} 2 2',
      'a {x="1",y="2",z=""} 3 3',
      'a 4 4',
      'a {x="1"} 5 5',
      'a 6 6',
      '',
    ];
    const { samples, parser } = parse(text.join('\n'));
    const both = { __name__: 'a', x: '1', y: '2' };
    expect(samples).toEqual([
      [both, 1, 1],
      [both, 2, 2],
      [both, 3, 3],
      [{ __name__: 'a' }, 4, 4],
      [{ __name__: 'a', x: '1' }, 5, 5],
      [{ __name__: 'a' }, 6, 6],
    ]);
    expect(Object.keys(samples[1]?.[0] ?? {})).toEqual(['__name__', 'x', 'y']);
    expect(parser.series).toBe(3);
  });

  it('reads what promtool dumps: names in braces, like other labels', () => {
    const { samples } = parse('{__name__="a", x="}"} 5 17\n{__name__="a", x="}"} 6 18\n{__name__="b"} 7 17\n');
    expect(samples).toEqual([
      [{ __name__: 'a', x: '}' }, 17, 5],
      [{ __name__: 'a', x: '}' }, 18, 6],
      [{ __name__: 'b' }, 17, 7],
    ]);
  });

  it('reads seconds in OpenMetrics, to the millisecond', () => {
    const { samples } = parse(
      'a 1 1395066363\na 1 1395066363.5\na 1 -0.0015\na 1 1.395066363123e9\n# EOF\n',
      'openmetrics',
    );
    expect(samples.map(([, timeMs]) => timeMs)).toEqual([1395066363000, 1395066363500, -1, 1395066363123]);
  });

  it('refuses bad lines by number and goes on', () => {
    const { samples, refused, parser } = parse(
      '# TYPE a gauge\na 1 1\na x 2\n\na 3\na 4 4.5\n9 5 5\na{x="1} 6 6\na 7 7 7\na 8 8\n',
    );
    expect(refused).toEqual([
      '3: expected a value before this place, not "x"; found " 2" (column 4)',
      '5: the sample has no time; give one for all such with --timestamp',
      '6: the timestamp before this place is not a time; found the line ends (column 8)',
      '7: expected the name of a metric; found "9 5 5" (column 1)',
      '8: the text in double quotes does not end on this line; found the line ends (column 12)',
      '9: expected the end of the line; found "7" (column 7)',
    ]);
    expect(samples.map(([, , value]) => value)).toEqual([1, 8]);
    expect(parser.lines).toBe(10);
  });

  it('refuses what is no UTF-8, and a backslash before the end of the line', () => {
    const { refused } = parse(
      Buffer.concat([Buffer.from('a{x="'), Buffer.of(0xff), Buffer.from('"} 1 1\n')]).toString('latin1'),
    );
    expect(refused).toEqual([]);
    const buffer = new SampleBuffer(1);
    const reasons: string[] = [];
    const parser = new LineParser({
      ...{ format: 'prometheus', timestampMs: undefined, maxTimeMs: 1, oldTimeMs: 0 },
      seriesFor: () => 0,
      onRefused: (line, reason) => reasons.push(`${line}: ${reason}`),
    });
    parser.push(
      Buffer.concat([Buffer.from('a{x="'), Buffer.of(0xff), Buffer.from('"} 1 1\na{x="\\\nb 1 1\n')]),
      buffer,
    );
    expect(reasons).toEqual([
      '1: the line is no UTF-8',
      '2: the text in double quotes does not end on this line; found the line ends (column 7)',
    ]);
    expect(buffer.length).toBe(1);
  });

  it('gives samples without a time the one that is given', () => {
    expect(parse('a 1\na 2 5\n', 'prometheus', 7).samples).toEqual([
      [{ __name__: 'a' }, 7, 1],
      [{ __name__: 'a' }, 5, 2],
    ]);
  });

  it('refuses times in the future, and guesses that milliseconds were meant', () => {
    expect(parse('a 1 2000000000001\n').refused).toEqual(['1: the time 2000000000.001 s is in the future']);
    expect(parse('a 1 1700000000000\n', 'openmetrics').refused).toEqual([
      '1: the time 1700000000000 s is in the future; if the file has milliseconds, give --format prometheus',
    ]);
  });

  it('counts exemplars and leaves them out', () => {
    const { samples, parser } = parse(
      'a_bucket{le="1"} 5 1 # {id="x"} 0.5 1\na_bucket{le="1"} 6 2 # {} 0.5\nb{c=" # {"} 1 1\n# EOF\n',
      'openmetrics',
    );
    expect(samples.map(([, , value]) => value)).toEqual([5, 6, 1]);
    expect(parser).toMatchObject({ exemplars: 2, hasEnded: true });
  });

  it('gathers what is said of metrics, once', () => {
    const { metadata, parser } = parse(
      '# HELP a_s Seconds.\n# TYPE a_s counter\n# UNIT a_s s\na_s_total 1 1\n',
      'openmetrics',
    );
    expect(metadata).toEqual([{ name: 'a_s', help: 'Seconds.', type: 'counter', unit: 's' }]);
    expect(parser.takeMetadata()).toEqual([]);
  });

  it('says only what a line says: a help does not take the type away', () => {
    expect(parse('# HELP a Help.\n').metadata).toEqual([{ name: 'a', help: 'Help.' }]);
  });

  it.each(['prometheus', 'openmetrics'] as const)('takes exactly what scrapes take, in %s', (format) => {
    const token = fc.constantFrom(
      'a',
      'b_total',
      '{',
      '}',
      'x="1"',
      'y="\\n\\""',
      ',',
      ' ',
      ' ',
      '\t',
      '1',
      '2.5',
      '-3',
      '1e3',
      'NaN',
      '# ',
      '#',
      'TYPE',
      '"',
      '\\',
      '1700000000',
      'é',
    );
    const wild = fc.array(token, { maxLength: 9 }).map((parts) => parts.join(''));
    const tame = fc
      .tuple(
        fc.constantFrom('a', 'a{}', 'a{x="1"}', 'a {x="1"}', 'b{x="1",y=""}'),
        fc.constantFrom('1', '-0.5', 'Inf', 'x'),
        fc.constantFrom('', ' 5', ' 7.5', '  9', ' 1 1', ' 3 # {} 1'),
      )
      .map(([series, value, time]) => `${series} ${value}${time}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(wild, tame), { maxLength: 12 }), (lines) => {
        const expected: (readonly [string, number, number])[] = [];
        const faulty: number[] = [];
        for (const [index, line] of lines.entries()) {
          if (format === 'openmetrics' && line === '# EOF') continue;
          try {
            const end = format === 'openmetrics' ? '\n# EOF' : '';
            for (const { labels, value, timeMs = 42 } of parseExposition(`${line}${end}`, { format }).samples) {
              const stored = Object.fromEntries(Object.entries(labels).filter(([, text]) => text !== ''));
              if (timeMs > MAX_TIME_MS) faulty.push(index + 1);
              else expected.push([seriesKey(stored), timeMs, value]);
            }
          } catch (error) {
            if (!(error instanceof ExpositionError)) throw error;
            faulty.push(index + 1);
          }
        }
        const { samples, refused } = parse(lines.map((line) => `${line}\n`).join(''), format, 42);
        expect(samples.map(([labels, timeMs, value]) => [seriesKey(labels), timeMs, value])).toEqual(expected);
        expect(refused.map((text) => Number.parseInt(text, 10))).toEqual(faulty);
      }),
      { numRuns: 2000 },
    );
  });
});
