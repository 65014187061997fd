import { describe, expect, it } from 'vitest';
import { displayValue } from './displayValue.ts';
import { findThreshold } from './findThreshold.ts';
import { ValueFormatter } from './ValueFormatter.ts';

const formatter = new ValueFormatter({ locale: 'en-US' });
const thresholds = [
  { color: 'good' },
  { value: 80, color: 'warning', label: 'busy' },
  { value: 95, color: 'critical' },
];

describe('displayValue', () => {
  it('takes the colour and the label of the highest threshold that is reached', () => {
    expect(displayValue(80, { unit: 'percent', thresholds }, formatter)).toEqual({
      text: '80%',
      prefix: '',
      number: '80',
      suffix: '%',
      color: 'warning',
      label: 'busy',
    });
  });

  it('shows the text and the colour of a mapping instead of the number', () => {
    const field = {
      thresholds,
      mappings: [
        { value: 0, text: 'Down', color: 'critical' },
        { from: 1, text: 'Up' },
      ],
    };
    expect(displayValue(0, field, formatter)).toMatchObject({ text: 'Down', color: 'critical' });
    expect(displayValue(1, field, formatter)).toMatchObject({ text: 'Up', color: 'good' });
  });

  it('judges neither a gap nor NaN by thresholds, but maps NaN', () => {
    expect(displayValue(undefined, { thresholds }, formatter)).toEqual({
      text: '–',
      prefix: '',
      number: '–',
      suffix: '',
    });
    expect(findThreshold(Number.NaN, thresholds)).toBeUndefined();
    expect(displayValue(Number.NaN, { mappings: [{ value: Number.NaN, text: 'idle' }] }, formatter).text).toBe('idle');
  });
});
