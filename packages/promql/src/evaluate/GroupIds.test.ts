import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GroupIds } from './GroupIds.ts';
import { LabelSet } from './LabelSet.ts';

const names = ['__name__', 'a', 'b', 'c'];
const labelSets = fc.array(fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', 'x', 'y', '\u0000')), {
  maxLength: 40,
});

it.each([true, false])('groups are those of the labels that count (all but some: %s)', (isWithout) => {
  fc.assert(
    fc.property(labelSets, fc.array(fc.constantFrom(...names, 'd')), (all, listed) => {
      const ids = new GroupIds({ names: listed, isWithout });
      const known = new Map<string, number>();
      for (const labels of all.map((one) => LabelSet.from(one))) {
        const shared = isWithout ? labels.without(listed) : labels.only(listed);
        const isNew = !known.has(shared.key);
        expect(ids.find(labels)).toBe(isNew ? -1 : known.get(shared.key));
        if (isNew) known.set(shared.key, known.size);
        expect(ids.idOf(labels)).toBe(known.get(shared.key));
        expect(ids.labelsOf(ids.idOf(labels))?.key).toBe(shared.key);
      }
    }),
  );
});
