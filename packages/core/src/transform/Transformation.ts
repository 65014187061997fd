import type { CalculateFieldTransformation } from './kinds/calculateField.ts';
import type { FilterByNameTransformation } from './kinds/filterByName.ts';
import type { FilterByValueTransformation } from './kinds/filterByValue.ts';
import type { GroupByTransformation } from './kinds/groupBy.ts';
import type { HistogramTransformation } from './kinds/histogram.ts';
import type { JoinByFieldTransformation } from './kinds/joinByField.ts';
import type { LabelsToFieldsTransformation } from './kinds/labelsToFields.ts';
import type { LimitTransformation } from './kinds/limit.ts';
import type { MergeTransformation } from './kinds/merge.ts';
import type { OrganizeTransformation } from './kinds/organize.ts';
import type { ReduceTransformation } from './kinds/reduce.ts';
import type { RenameByRegexTransformation } from './kinds/renameByRegex.ts';
import type { SeriesToRowsTransformation } from './kinds/seriesToRows.ts';
import type { SortByTransformation } from './kinds/sortBy.ts';
import type { TimeSeriesTableTransformation } from './kinds/timeSeriesTable.ts';

/**
 * One step that makes other results of results. Fields are named as people see them: by the template of the query, by what
 * tells its series apart, or as an earlier step named them.
 *
 * @public
 */
export type Transformation =
  | ReduceTransformation
  | OrganizeTransformation
  | FilterByNameTransformation
  | FilterByValueTransformation
  | JoinByFieldTransformation
  | MergeTransformation
  | GroupByTransformation
  | SortByTransformation
  | LimitTransformation
  | CalculateFieldTransformation
  | LabelsToFieldsTransformation
  | SeriesToRowsTransformation
  | TimeSeriesTableTransformation
  | HistogramTransformation
  | RenameByRegexTransformation;
