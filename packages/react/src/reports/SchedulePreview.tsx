import { toGlasspaneError } from '@glasspane/core';
import { describeSchedule, nextSlot, type ScheduleTiming } from '@glasspane/core/report';
import type { ReactElement } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { useNow } from '../panels/useNow.ts';
import { Icon } from '../provider/Icon.tsx';
import { formatSlot } from './formatSlot.ts';

const minuteMs = 60_000;
const count = 3;

/** Says in words when a report will be due, and the next times; it is told to screen readers when it changes. */
export function SchedulePreview({ timing }: { readonly timing: ScheduleTiming }): ReactElement {
  const { locale } = usePanel();
  const nowMs = useNow(minuteMs);
  const preview = previewOf(timing, nowMs);
  return (
    <div className="gp-report-preview" role="status">
      <Icon name="calendar" />
      {typeof preview === 'string' ? (
        <p>When it would be sent shows here once the schedule is right.</p>
      ) : (
        <div>
          <p className="gp-report-words">{preview.words}</p>
          <p className="gp-visually-hidden">Next:</p>
          <ul className="gp-report-slots">
            {preview.slots.map((slotMs) => (
              <li key={slotMs}>
                <time dateTime={new Date(slotMs).toISOString()}>{formatSlot(slotMs, locale, timing.timeZone)}</time>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Returns the words and the next slots, or what is wrong. */
function previewOf(
  timing: ScheduleTiming,
  nowMs: number,
): { readonly words: string; readonly slots: readonly number[] } | string {
  try {
    const slots: number[] = [];
    for (let slot = nextSlot(timing, nowMs); slot !== undefined; slot = nextSlot(timing, slot)) {
      slots.push(slot);
      if (slots.length === count) break;
    }
    return { words: describeSchedule(timing), slots };
  } catch (error) {
    return toGlasspaneError(error).message;
  }
}
