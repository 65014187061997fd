import { type Backend, GlasspaneError, type ReportStore } from '@glasspane/core';

/** Returns the reports of a backend. */
export function reportsOf({ reports }: Backend): ReportStore {
  if (reports !== undefined) return reports;
  throw new GlasspaneError('unsupported', 'This backend has no reports; use one that sends them.');
}

/** What to do without reports. */
export const reportAdvice = 'Use a backend that sends reports, such as glasspane-server.';
