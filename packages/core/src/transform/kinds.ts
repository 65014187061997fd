import { calculateField } from './kinds/calculateField.ts';
import { filterByName } from './kinds/filterByName.ts';
import { filterByValue } from './kinds/filterByValue.ts';
import { groupBy } from './kinds/groupBy.ts';
import { histogram } from './kinds/histogram.ts';
import { joinByField } from './kinds/joinByField.ts';
import { labelsToFields } from './kinds/labelsToFields.ts';
import { limit } from './kinds/limit.ts';
import { merge } from './kinds/merge.ts';
import { organize } from './kinds/organize.ts';
import { reduce } from './kinds/reduce.ts';
import { renameByRegex } from './kinds/renameByRegex.ts';
import { seriesToRows } from './kinds/seriesToRows.ts';
import { sortBy } from './kinds/sortBy.ts';
import { timeSeriesTable } from './kinds/timeSeriesTable.ts';
import type { Transformation } from './Transformation.ts';
import type { TransformationKind } from './TransformationKind.ts';

/** All kinds of transformations by their type. */
export const kinds: {
  readonly [TType in Transformation['type']]: TransformationKind<Extract<Transformation, { readonly type: TType }>>;
} = {
  reduce,
  organize,
  filterByName,
  filterByValue,
  joinByField,
  merge,
  groupBy,
  sortBy,
  limit,
  calculateField,
  labelsToFields,
  seriesToRows,
  timeSeriesTable,
  histogram,
  renameByRegex,
};
