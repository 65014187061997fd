export { selectAnnotations } from '../annotation/selectAnnotations.ts';
export { type TimeTick, type TimeTicksOptions, timeTicks } from '../format/timeTicks.ts';
export { type ColorTheme, colorScale, colorScaleNames, scaleColorAt } from './colorScale.ts';
export { displayName } from './displayName.ts';
export { moreUnits } from './moreUnits.ts';
export { parseSpanMs } from './parseSpanMs.ts';
export { resampleValues } from './resampleValues.ts';
export { type FieldSubject, resolveField, resolveStyle } from './resolveField.ts';
export { type LinkSubject, type ResolvedLink, resolveLinks } from './resolveLinks.ts';
export { type ScaledAxisOptions, scaledAxis } from './scaledAxis.ts';
export { type StackedSeries, type StackInput, stackSeries } from './stackSeries.ts';
export { textOn } from './textOn.ts';
export {
  type ScaleType,
  symlogLinearWithin,
  type ValueScale,
  type ValueScaleOptions,
  valueScale,
} from './valueScale.ts';
