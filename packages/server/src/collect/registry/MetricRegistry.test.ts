import { describe, expect, it } from 'vitest';
import { writeExposition } from '../exposition/writeExposition.ts';
import { MetricRegistry } from './MetricRegistry.ts';

describe('MetricRegistry', () => {
  it('gives what its instruments measured', () => {
    const registry = new MetricRegistry();
    const jobs = registry.counter({ name: 'jobs_total', help: 'Jobs.', labelNames: ['kind', 'state'] });
    const queue = registry.gauge({ name: 'queue_length', help: 'Queue.' });
    const times = registry.histogram({ name: 'time_seconds', help: 'Time.', labelNames: ['kind'], buckets: [0.1, 1] });
    jobs.increment({ kind: 'a', state: 'done' });
    jobs.increment({ state: 'done', kind: 'a' }, 2.5);
    jobs.increment({ kind: 'b', state: 'done' }, 0);
    queue.set({}, 5);
    queue.add({}, -2);
    for (const value of [0.05, 0.1, 0.5, 3]) times.observe({ kind: 'x' }, value);
    expect(writeExposition(registry.collect())).toBe(`# HELP jobs_total Jobs.
# TYPE jobs_total counter
jobs_total{kind="a",state="done"} 3.5
jobs_total{kind="b",state="done"} 0
# HELP queue_length Queue.
# TYPE queue_length gauge
queue_length 3
# HELP time_seconds Time.
# TYPE time_seconds histogram
time_seconds_bucket{kind="x",le="0.1"} 2
time_seconds_bucket{kind="x",le="1"} 3
time_seconds_bucket{kind="x",le="+Inf"} 4
time_seconds_sum{kind="x"} 3.65
time_seconds_count{kind="x"} 4
`);
  });

  it('shows an instrument without labels before it first changes, one with labels after', () => {
    const registry = new MetricRegistry();
    registry.counter({ name: 'plain_total', help: 'Plain.' });
    registry.counter({ name: 'labelled_total', help: 'Labelled.', labelNames: ['a'] });
    expect(registry.collect().map(({ samples }) => samples.length)).toEqual([1, 0]);
  });

  it('keeps label values apart however they are written', () => {
    const registry = new MetricRegistry();
    const counts = registry.counter({ name: 'a_total', help: 'A.', labelNames: ['x', 'y'] });
    counts.increment({ x: 'a","b', y: '' });
    counts.increment({ x: 'a', y: 'b' });
    expect(registry.collect()[0]?.samples).toHaveLength(2);
  });

  it('keeps two registries apart', () => {
    const [one, other] = [new MetricRegistry(), new MetricRegistry()];
    one.counter({ name: 'a_total', help: 'A.' }).increment({});
    const count = other.counter({ name: 'a_total', help: 'A.' });
    expect(count.collect().samples).toEqual([{ labels: { __name__: 'a_total' }, value: 0 }]);
  });

  it('refuses a name twice, a shrinking counter, and buckets out of order', () => {
    const registry = new MetricRegistry();
    const counts = registry.counter({ name: 'a_total', help: 'A.' });
    expect(() => registry.gauge({ name: 'a_total', help: 'A.' })).toThrow('There is a metric a_total already');
    expect(() => counts.increment({}, -1)).toThrow('Counter a_total can only grow, not by -1; use a gauge.');
    expect(() => counts.increment({}, Number.NaN)).toThrow(RangeError);
    expect(() => registry.histogram({ name: 'b', help: 'B.', buckets: [1, 1] })).toThrow(
      'must be finite and increasing',
    );
  });
});
