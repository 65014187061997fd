// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what relabeling fills in looks like JavaScript's templates
import type { Labels } from '@glasspane/promql';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/parseConfig.ts';
import { relabel } from './relabel.ts';

/** Relabels by the rules as a configuration file has them. */
function apply(labels: Labels, ...rules: readonly Readonly<Record<string, unknown>>[]): Labels | undefined {
  const text = JSON.stringify({ scrape_configs: [{ job_name: 'j', metric_relabel_configs: rules }] });
  return relabel(labels, parseConfig(text, 'test.yml').scrapeConfigs[0]?.metricRelabelRules ?? []);
}

const abc = { a: 'foo', b: 'bar', c: 'baz' };

describe('relabel', () => {
  it('replaces by groups of the joined sources', () => {
    expect(
      apply(abc, { source_labels: ['a', 'b'], regex: 'f(o+);(.*)', target_label: 'd', replacement: '$2-${1}-$$' }),
    ).toEqual({
      ...abc,
      d: 'bar-oo-$',
    });
  });

  it('replaces by groups with names, and with nothing where a group is not there', () => {
    expect(
      apply(abc, {
        source_labels: ['a'],
        regex: '(?P<first>.)(x)?.*',
        target_label: 'd',
        replacement: '<${first}$2$9$1x>',
      }),
    ).toEqual({
      ...abc,
      d: '<f>',
    });
  });

  it('changes nothing where the whole value does not match', () => {
    expect(apply(abc, { source_labels: ['a'], regex: 'o', target_label: 'd' })).toEqual(abc);
  });

  it('copies a label without further ado, removes one with an empty replacement, sets a fixed one', () => {
    expect(apply(abc, { source_labels: ['a'], target_label: 'd' })).toEqual({ ...abc, d: 'foo' });
    expect(apply(abc, { target_label: 'b', replacement: '' })).toEqual({ a: 'foo', c: 'baz' });
    expect(apply(abc, { target_label: 'd', replacement: 'fixed' })).toEqual({ ...abc, d: 'fixed' });
  });

  it('takes the target’s name from a group', () => {
    expect(
      apply(abc, { source_labels: ['a', 'b'], regex: '(.*);(.*)', target_label: 'x_${1}', replacement: '$2' }),
    ).toEqual({
      ...abc,
      x_foo: 'bar',
    });
  });

  it('keeps and drops whole label sets', () => {
    expect(apply(abc, { action: 'keep', source_labels: ['a'], regex: 'fo+' })).toEqual(abc);
    expect(apply(abc, { action: 'keep', source_labels: ['a'], regex: 'o+' })).toBeUndefined();
    expect(apply(abc, { action: 'drop', source_labels: ['missing'], regex: '' })).toBeUndefined();
    expect(apply(abc, { action: 'drop', source_labels: ['a', 'b'], separator: '', regex: 'foobaz' })).toEqual(abc);
  });

  it('keeps and drops by equality with another label', () => {
    const equal = { a: 'x', b: 'x', c: 'y' };
    expect(apply(equal, { action: 'keepequal', source_labels: ['a'], target_label: 'b' })).toEqual(equal);
    expect(apply(equal, { action: 'keepequal', source_labels: ['a'], target_label: 'c' })).toBeUndefined();
    expect(apply(equal, { action: 'dropequal', source_labels: ['a'], target_label: 'b' })).toBeUndefined();
    expect(apply(equal, { action: 'dropequal', source_labels: ['a'], target_label: 'c' })).toEqual(equal);
  });

  it('maps, drops and keeps labels by their names', () => {
    const meta = { __meta_zone: 'eu', __meta_rack: '7', job: 'j' };
    expect(apply(meta, { action: 'labelmap', regex: '__meta_(.+)' })).toEqual({ ...meta, zone: 'eu', rack: '7' });
    expect(apply(meta, { action: 'labeldrop', regex: '__meta_.*' })).toEqual({ job: 'j' });
    expect(apply(meta, { action: 'labelkeep', regex: '.*rack' })).toEqual({ __meta_rack: '7' });
  });

  it('changes case', () => {
    expect(apply({ a: 'FoO' }, { action: 'lowercase', source_labels: ['a'], target_label: 'b' })).toEqual({
      a: 'FoO',
      b: 'foo',
    });
    expect(apply({ a: 'FoO' }, { action: 'uppercase', source_labels: ['a'], target_label: 'a' })).toEqual({ a: 'FOO' });
  });

  it('goes through the rules in order until one drops', () => {
    expect(
      apply(
        abc,
        { source_labels: ['a'], target_label: 'd' },
        { action: 'keep', source_labels: ['d'], regex: 'foo' },
        { action: 'labeldrop', regex: '[abc]' },
      ),
    ).toEqual({ d: 'foo' });
  });

  it('matches newlines with the dot, and without case where told', () => {
    expect(apply({ a: 'X\ny' }, { action: 'keep', source_labels: ['a'], regex: '(?i)x.Y' })).toEqual({ a: 'X\ny' });
  });

  it('takes labels named as the machinery of objects for what they are', () => {
    const labels = Object.fromEntries([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    const result = apply(labels, {
      source_labels: ['__proto__', 'toString'],
      target_label: 'a',
      replacement: '$1$toString',
    });
    expect(Object.entries(result ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['a', 'x;'],
    ]);
  });
});
