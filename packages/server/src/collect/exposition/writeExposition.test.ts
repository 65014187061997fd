import { expect, it } from 'vitest';
import { counter, gauge } from './metricFamily.ts';
import { writeExposition } from './writeExposition.ts';

it('writes families as Prometheus reads them', () => {
  const text = writeExposition([
    counter('requests_total', 'Requests,\nby "code" \\ path.', [
      [{ code: '200', path: '/a"b\\c\nd' }, 3],
      [{ code: '500', path: '' }, 0.25],
    ]),
    gauge('temperature', 'Of the room.', Number.POSITIVE_INFINITY),
    { name: 'build', type: 'info', samples: [{ labels: { __name__: 'build' }, value: Number.NaN, timeMs: 12 }] },
    {
      name: 'my.metric',
      type: 'unknown',
      help: '',
      samples: [{ labels: { __name__: 'my.metric', 'a b': 'c' }, value: -1e21 }],
    },
  ]);
  expect(text).toBe(
    [
      '# HELP requests_total Requests,\\nby "code" \\\\ path.',
      '# TYPE requests_total counter',
      'requests_total{code="200",path="/a\\"b\\\\c\\nd"} 3',
      'requests_total{code="500",path=""} 0.25',
      '# HELP temperature Of the room.',
      '# TYPE temperature gauge',
      'temperature +Inf',
      '# TYPE build gauge',
      'build NaN 12',
      '# HELP "my.metric" ',
      '# TYPE "my.metric" untyped',
      '{"my.metric","a b"="c"} -1e+21',
      '',
    ].join('\n'),
  );
});
