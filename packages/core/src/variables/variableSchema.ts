import * as z from 'zod/mini';
import { describeValue } from '../document/describeIssue.ts';
import { reportDuplicates, semanticCheck } from '../document/semanticChecks.ts';
import { textMatching } from '../document/textMatching.ts';
import type { Variable, VariableValue } from './Variable.ts';

/** The form of a {@link VariableValue}. */
export const variableValueSchema: z.ZodMiniType<VariableValue> = z.union([z.string(), z.array(z.string())]);

const base = {
  name: textMatching(
    /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/,
    'must be letters, digits and _, and begin neither with a digit nor with __',
  ),
  label: z.optional(z.string()),
  description: z.optional(z.string()),
  defaultValue: z.optional(variableValueSchema),
};

const choice = { isMulti: z.optional(z.boolean()), hasAll: z.optional(z.boolean()) };

/** The form of a {@link Variable}. */
export const variableSchema: z.ZodMiniType<Variable> = z.discriminatedUnion(
  'type',
  [
    z.looseObject({
      ...base,
      ...choice,
      type: z.literal('labelValues'),
      labelName: z.string().check(z.minLength(1)),
      selector: z.optional(z.string()),
    }),
    z.looseObject({ ...base, ...choice, type: z.literal('custom'), options: z.array(z.string()) }),
    z.looseObject({ ...base, type: z.literal('text') }),
    z.looseObject({ ...base, type: z.literal('constant'), value: z.string() }),
  ],
  {
    error: ({ input }) =>
      `expected "labelValues", "custom", "text" or "constant", found ${describeValue(typeOf(input))}`,
  },
);

const typeOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;

/** The form of a dashboard's variables. */
export const variablesSchema: z.ZodMiniType<readonly Variable[]> = z.array(variableSchema).check(
  semanticCheck((variables, report) => {
    const names = variables.map(({ name }) => name);
    reportDuplicates(names, (index) => [index, 'name'], report);
  }),
);
