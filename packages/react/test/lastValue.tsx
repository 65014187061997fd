import { z } from 'zod';
import { defineWidget, type WidgetDefinition } from '../src/widget/defineWidget.ts';

/** A widget type for tests: shows the last value of its first series, and what it was given, as text. */
export const lastValue: WidgetDefinition<{ readonly prefix: string }> = defineWidget({
  type: 'lastValue',
  label: 'Last value',
  schema: z.object({ prefix: z.string().default('value') }),
  queryMode: 'instant',
  View: ({ options, results, locale, timeZone, width, height }) => {
    const field = results[0]?.frame.fields.find((one) => one.kind === 'number');
    const value = field?.kind === 'number' ? field.values.at(-1) : undefined;
    return (
      <p data-size={`${width}x${height}`}>
        {options.prefix} {value} {locale} {timeZone}
      </p>
    );
  },
});

/** A widget type for tests whose view throws while `isBroken` says so. */
export function fragile(isBroken: () => boolean): WidgetDefinition<Record<string, unknown>> {
  return defineWidget({
    type: 'fragile',
    label: 'Fragile',
    schema: z.record(z.string(), z.unknown()),
    // biome-ignore lint/correctness/noComponentHookFactories: each test makes a type of its own
    View: () => {
      if (isBroken()) throw new Error('The view broke.');
      return <p>whole</p>;
    },
  });
}
