import type { Matcher } from '@glasspane/promql/syntax';
import { describe, expect, it } from 'vitest';
import { compileMatchers } from '../testing/compileMatchers.ts';
import { Inhibition } from './inhibition.ts';
import type { StoredAlert } from './StoredAlert.ts';

const is = (name: string, value: string): Matcher => ({ name, operator: '=', value });
const alert = (fingerprint: string, labels: Readonly<Record<string, string>>, endsAtMs = 100): StoredAlert => ({
  fingerprint,
  labels,
  annotations: {},
  startsAtMs: 0,
  endsAtMs,
  isTimeout: false,
  updatedAtMs: 0,
  groups: [],
});
const rule = {
  sourceMatchers: [is('severity', 'critical')],
  targetMatchers: [is('severity', 'warning')],
  equal: ['zone'],
};

describe('Inhibition', () => {
  it('keeps a target quiet while a source with the same labels fires', () => {
    const inhibition = new Inhibition([rule], compileMatchers);
    const sources = [alert('s', { severity: 'critical', zone: 'a' })];
    const inhibitors = inhibition.among(sources, 50);
    expect(inhibitors({ severity: 'warning', zone: 'a' })).toEqual(['s']);
    expect(inhibitors({ severity: 'warning', zone: 'b' })).toEqual([]);
    expect(inhibitors({ severity: 'info', zone: 'a' })).toEqual([]);
    expect(inhibition.among(sources, 100)({ severity: 'warning', zone: 'a' })).toEqual([]);
  });

  it('takes a label that both lack for the same', () => {
    const inhibitors = new Inhibition([rule], compileMatchers).among([alert('s', { severity: 'critical' })], 0);
    expect(inhibitors({ severity: 'warning' })).toEqual(['s']);
  });

  it('lets no alert that is both source and target keep another such one, or itself, quiet', () => {
    const both = { sourceMatchers: [is('a', '1')], targetMatchers: [is('b', '1')], equal: [] };
    const inhibition = new Inhibition([both], compileMatchers);
    const twoSided = alert('x', { a: '1', b: '1' });
    expect(inhibition.among([twoSided], 0)(twoSided.labels)).toEqual([]);
    expect(inhibition.among([twoSided, alert('y', { a: '1' })], 0)(twoSided.labels)).toEqual(['y']);
    expect(inhibition.among([twoSided], 0)({ b: '1' })).toEqual(['x']);
  });
});
