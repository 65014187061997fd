import type { AbsoluteTimeRange, FieldLink } from '@glasspane/core';
import { type LinkSubject, resolveLinks } from '@glasspane/core/chart';
import type { TooltipLink } from '../interaction/PinnedContent.ts';

/** What the links of a mark are about. */
export interface MarkLinkSubject extends Pick<LinkSubject, 'name' | 'labels' | 'value' | 'variables'> {
  readonly links: readonly FieldLink[] | undefined;
  readonly timeRange: AbsoluteTimeRange;
}

/** Returns the links of a mark, filled in. */
export function markLinks({ links, timeRange, ...subject }: MarkLinkSubject): readonly TooltipLink[] {
  const filled = resolveLinks(links, { ...subject, fromMs: timeRange.startMs, toMs: timeRange.endMs });
  return filled.map(({ title, url, isNewTab }) => ({ title, href: url, isNewTab }));
}
