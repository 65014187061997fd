import type { GaugeReading } from './gaugeReadings.ts';

/** What tells a screen reader of a value between two ends. */
export type MeterProps = Readonly<Record<string, string | number>>;

/** Returns the role, the name and the values of a gauge; where there is no value, of a picture that says so. */
export function meterProps({ series, value, display, domain }: GaugeReading): MeterProps {
  if (value === undefined) return { role: 'img', 'aria-label': `${series.name}: ${display.text}` };
  return {
    role: 'meter',
    'aria-label': series.name,
    'aria-valuemin': domain.min,
    'aria-valuemax': domain.max,
    'aria-valuenow': Math.min(domain.max, Math.max(domain.min, value)),
    'aria-valuetext': [display.text, display.label].filter(Boolean).join(', '),
  };
}
