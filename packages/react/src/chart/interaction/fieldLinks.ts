import type { VariableValues } from '@glasspane/core';
import { resolveLinks } from '@glasspane/core/chart';
import type { PlotModel } from '../PlotModel.ts';
import type { Reading } from '../readings.ts';
import type { TooltipLink } from './PinnedContent.ts';

/** Returns the links of a sample; core lets only safe addresses through. */
export function fieldLinks(
  { series, value }: Reading,
  { range }: Pick<PlotModel, 'range'>,
  variables: VariableValues | undefined,
): readonly TooltipLink[] {
  const links = series.options?.links;
  if (links === undefined || links.length === 0) return [];
  const { name, field } = series;
  const subject = { name, labels: field.labels, value, fromMs: range.startMs, toMs: range.endMs, variables };
  return resolveLinks(links, subject).map(({ title, url, isNewTab }) => ({ title, href: url, isNewTab }));
}
