import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseOptions } from './parseOptions.ts';

const schema = z.object({ marks: z.array(z.number()).default([]) });

describe('parseOptions', () => {
  it('parses a widget without options as one with empty ones', () => {
    expect(parseOptions(schema, undefined)).toEqual({ status: 'valid', options: { marks: [] } });
  });

  it('names the place of each fault', () => {
    const outcome = parseOptions(schema, { marks: [1, 'two'] });
    expect(outcome.status === 'invalid' && outcome.issues.map(({ path }) => path)).toEqual(['options.marks[1]']);
  });

  it('refuses a schema that answers later', () => {
    const later = { '~standard': { version: 1, vendor: 'test', validate: async () => ({ value: {} }) } } as const;
    expect(parseOptions(later, {}).status).toBe('invalid');
  });
});
