import { DURATION_LADDER, iecLadder, siLadder, siLadderWithParts } from './ladders.ts';
import type { UnitDefinition } from './UnitDefinition.ts';

/**
 * Units by the way they are written, each as `id suffix power`: the power is how many thousands (or 1,024s) of the suffix
 * one of the unit is; of durations, the second word is how many seconds it has. Kept as texts, they take a third of the
 * room that they would take as objects.
 */
export type UnitTables = Readonly<Partial<Record<UnitTable, string>>>;

type UnitTable = 'iec' | 'si' | 'parts' | 'compact' | 'plain' | 'tight' | 'duration' | 'composed';

/** Returns how the unit of that id is written; `undefined` where no table has it. */
export function unitInTables(tables: UnitTables, id: string): UnitDefinition | undefined {
  for (const [table, text] of Object.entries(tables)) {
    for (const entry of text.split('|')) {
      const [name, word = '', power = 0] = entry.split(' ');
      if (name === id) return toUnit(table as UnitTable, word, Number(power));
    }
  }
  return undefined;
}

function toUnit(table: UnitTable, word: string, power: number): UnitDefinition {
  switch (table) {
    case 'iec':
      return { kind: 'ladder', rungs: iecLadder(word), inFactor: 1024 ** power };
    case 'si':
      return { kind: 'ladder', rungs: siLadder(word), inFactor: 1000 ** power };
    case 'parts':
      return { kind: 'ladder', rungs: siLadderWithParts(word), inFactor: 1000 ** power };
    case 'duration':
      return { kind: 'ladder', rungs: DURATION_LADDER, inFactor: Number(word) };
    case 'composed':
      return { kind: 'composedDuration', factor: Number(word) };
    case 'compact':
      return { kind: table, suffix: word };
    default:
      return { kind: 'plain', suffix: word, isTight: table === 'tight' };
  }
}
