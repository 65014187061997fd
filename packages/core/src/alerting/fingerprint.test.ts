import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

describe('fingerprintOf', () => {
  // As Alertmanager 0.25 answers for these labels.
  it.each([
    [{}, 'cbf29ce484222325'],
    [{ alertname: 'y' }, 'd23eefc3896b6f8f'],
    [{ team: 'a', alertname: 'x' }, '06991eb08f04e7b4'],
    [{ alertname: 'zürich 🚀', Z: 'upper', _a: 'x' }, '4cf78c24aab86ce6'],
    [
      { alertname: 'long', text: 'abcdefghijklmnopqrstuvwxyz0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ €' },
      'ae1b713e8e64a106',
    ],
  ])('hashes %j to %s', (labels, fingerprint) => {
    expect(fingerprintOf(labels)).toBe(fingerprint);
  });

  it('does not mind the order of the labels', () => {
    expect(fingerprintOf({ b: '1', a: '2' })).toBe(fingerprintOf({ a: '2', b: '1' }));
  });
});
