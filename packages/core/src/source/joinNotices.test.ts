import { expect, it } from 'vitest';
import type { Notice } from '../backend/MetricSource.ts';
import { joinNotices } from './joinNotices.ts';

const notice = (severity: Notice['severity'], message: string): Notice => ({ severity, message });

it('gives each notice once, also where one side has it twice', () => {
  const [a, warning, b] = [notice('info', 'a'), notice('warning', 'a'), notice('info', 'b')];
  expect(joinNotices([a, { ...a }], [b, warning, { ...b }, { ...a }])).toEqual([a, b, warning]);
});
