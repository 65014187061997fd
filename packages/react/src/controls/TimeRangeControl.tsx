import { type Clock, formatTimeRange, type QuickTimeRange, quickTimeRanges, type TimeRange } from '@glasspane/core';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { browserClock } from '../provider/browserClock.ts';
import { Icon } from '../provider/Icon.tsx';
import { Popover } from './Popover.tsx';
import { QuickRangeList } from './QuickRangeList.tsx';
import { TimeRangeForm } from './TimeRangeForm.tsx';
import { zoneName } from './zonedTime.ts';

/**
 * Props of {@link TimeRangeControl}.
 *
 * @public
 */
export interface TimeRangeControlProps {
  readonly value: TimeRange;
  /** A new time range was chosen; it is valid in the time zone of the control. */
  onChange(range: TimeRange): void;
  /** Time ranges offered by name. Left out: those of core. */
  readonly quickRanges?: readonly QuickTimeRange[] | undefined;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Lets a viewer choose a time range: by name, as an expression such as `now-6h`, or as dates and times.
 *
 * @public
 */
export function TimeRangeControl(props: TimeRangeControlProps): ReactElement {
  const { value, onChange, quickRanges = quickTimeRanges, locale, timeZone, clock = browserClock } = props;
  const panelId = useId();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const zone = useZoneName(clock, timeZone, locale);
  const label = formatTimeRange(value, { locale, timeZone });
  const choose = (range: TimeRange): void => {
    onChange(range);
    setIsOpen(false);
    anchorRef.current?.focus();
  };
  return (
    <div className="gp-control">
      <button
        ref={anchorRef}
        type="button"
        className="gp-button gp-range-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="clock" />
        <span className="gp-visually-hidden">Time range: </span>
        <span className="gp-range-label">{label}</span> <span className="gp-zone">{zone}</span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <Popover
          id={panelId}
          anchorRef={anchorRef}
          role="dialog"
          label="Time range"
          align="end"
          className="gp-range-panel"
          onClose={() => setIsOpen(false)}
        >
          <QuickRangeList ranges={quickRanges} value={value} onSelect={choose} />
          <TimeRangeForm value={value} timeZone={timeZone} clock={clock} onSubmit={choose} />
          <p className="gp-zone-line">
            Time zone: {timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} ({zone})
          </p>
        </Popover>
      )}
    </div>
  );
}

/** A server's clock and time zone are not the viewer's, so the name is only known in the browser. */
function useZoneName(clock: Clock, timeZone: string | undefined, locale: string | undefined): string {
  const [zone, setZone] = useState('');
  useEffect(() => setZone(zoneName(clock.now(), timeZone, locale)), [clock, timeZone, locale]);
  return zone;
}
