import type { ReportRun, ReportStore, ScheduledReport } from '@glasspane/core';
import { parseReportSchedule } from '@glasspane/core/report';
import * as z from 'zod/mini';
import { parseData, readData, type ServerApi, segment } from './ServerApi.ts';

const runSchema: z.ZodMiniType<ReportRun> = z.object({
  id: z.string(),
  scheduleId: z.string(),
  slotMs: z.number(),
  trigger: z.enum(['schedule', 'manual']),
  status: z.enum(['pending', 'sent', 'failed']),
  attempts: z.number(),
  updatedMs: z.number(),
  nextAttemptMs: z.optional(z.number()),
  error: z.optional(z.string()),
  recipients: z.array(z.string()),
  sizeBytes: z.optional(z.number()),
});

const scheduledSchema = z.object({
  schedule: z.unknown(),
  nextSlotMs: z.optional(z.number()),
  lastRun: z.optional(runSchema),
  problem: z.optional(z.string()),
});

/** The reports that the server sends. */
export function createServerReports(api: ServerApi): ReportStore {
  return {
    async list(signal) {
      const data = await api.ask({ method: 'GET', path: 'reports' }, signal);
      return parseData(z.array(z.unknown()), 'list of reports', data).map(parseScheduled);
    },
    async get(id, signal) {
      return parseScheduled(await api.ask({ method: 'GET', path: `reports/${segment(id)}` }, signal));
    },
    async create(schedule, signal) {
      return parseScheduled(await api.ask({ method: 'POST', path: 'reports', json: schedule }, signal));
    },
    async update(schedule, signal) {
      const path = `reports/${segment(schedule.id)}`;
      return parseScheduled(await api.ask({ method: 'PUT', path, json: schedule }, signal));
    },
    async delete(id, signal) {
      await api.ask({ method: 'DELETE', path: `reports/${segment(id)}` }, signal);
    },
    async runs(id, signal) {
      const data = await api.ask({ method: 'GET', path: `reports/${segment(id)}/runs` }, signal);
      return parseData(z.array(runSchema), 'list of report runs', data);
    },
    async sendNow(id, signal) {
      const data = await api.ask({ method: 'POST', path: `reports/${segment(id)}/send`, json: {} }, signal);
      return parseData(runSchema, 'report run', data);
    },
  };
}

function parseScheduled(data: unknown): ScheduledReport {
  const { schedule, ...rest } = parseData(scheduledSchema, 'scheduled report', data);
  return { schedule: readData('scheduled report', () => parseReportSchedule(schedule)), ...rest };
}
