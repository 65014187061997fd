export { resampleValues } from './resampleValues.ts';
export { type FieldSubject, resolveField, resolveStyle } from './resolveField.ts';
export { type ScaledAxisOptions, scaledAxis } from './scaledAxis.ts';
export { type StackedSeries, type StackInput, stackSeries } from './stackSeries.ts';
export {
  type ScaleType,
  symlogLinearWithin,
  type ValueScale,
  type ValueScaleOptions,
  valueScale,
} from './valueScale.ts';
