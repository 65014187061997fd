export { advanceRun, type ReportRetries, type ReportRunEvent } from './advanceRun.ts';
export { describeSchedule } from './describeSchedule.ts';
export { parseReportSchedule } from './parseReportSchedule.ts';
export { defaultTimeOfDay, type ScheduleTiming } from './scheduleCron.ts';
export { nextSlot, type SlotsBetweenOptions, slotsBetween } from './slots.ts';
