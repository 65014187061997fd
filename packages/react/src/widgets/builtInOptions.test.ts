import { describe, expect, it } from 'vitest';
import { builtInWidgets } from '../widget/builtInWidgets.ts';

describe.each(builtInWidgets.map((definition) => [definition.type, definition] as const))(
  'the options of %s',
  (_, { schema }) => {
    const validate = (value: unknown): unknown => schema['~standard'].validate(value);

    it('may be left out, and keep what this version does not know', () => {
      expect(validate({})).toEqual({ value: {} });
      expect(validate({ fromTheFuture: { x: 1 } })).toEqual({ value: { fromTheFuture: { x: 1 } } });
    });

    it('are refused where they are of the wrong kind', () => {
      const wrong = {
        interpolation: 'curly',
        reducer: 'p99',
        content: 5,
        legend: 'somewhere',
        fillOpacity: 7,
        maxRows: 0,
        maxLines: 0,
        colorMode: 1,
        hasLegend: 'yes',
        objective: 'high',
        budget: 'large',
      };
      expect(validate(wrong)).toMatchObject({
        issues: expect.arrayContaining([expect.objectContaining({ path: expect.any(Array) })]),
      });
      expect(validate('text')).toMatchObject({ issues: expect.any(Array) });
    });
  },
);
