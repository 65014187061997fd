import type { Incident, IncidentEvent, IncidentStore } from '@glasspane/core';
import * as z from 'zod/mini';
import { parseData, type ServerApi, segment } from './ServerApi.ts';

const texts = z.record(z.string(), z.string());
const optionalTime = z.optional(z.number());
const optionalText = z.optional(z.string());

const eventSchema: z.ZodMiniType<IncidentEvent> = z.object({
  type: z.enum([
    'triggered',
    'acknowledged',
    'resolved',
    'assigned',
    'note',
    'alertAdded',
    'alertResolved',
    'notified',
    'notificationFailed',
  ]),
  atMs: z.number(),
  by: optionalText,
  text: optionalText,
});

const incidentSchema: z.ZodMiniType<Incident> = z.object({
  id: z.string(),
  title: z.string(),
  severity: z.enum(['critical', 'warning', 'info']),
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  groupLabels: texts,
  alerts: z.array(
    z.object({
      fingerprint: z.string(),
      labels: texts,
      annotations: texts,
      startsAtMs: z.number(),
      endsAtMs: optionalTime,
    }),
  ),
  triggeredMs: z.number(),
  acknowledgedMs: optionalTime,
  acknowledgedBy: optionalText,
  resolvedMs: optionalTime,
  assignee: optionalText,
  timeline: z.array(eventSchema),
});

/** The incidents that the server keeps. */
export function createServerIncidents(api: ServerApi): IncidentStore {
  const change = async (id: string, verb: string, json: object, signal: AbortSignal | undefined): Promise<Incident> => {
    const path = `incidents/${segment(id)}/${verb}`;
    return parseData(incidentSchema, 'incident', await api.ask({ method: 'POST', path, json }, signal));
  };
  return {
    async list({ statuses = [], limit }, signal) {
      const params = [
        ...statuses.map((status) => ['status', status] as const),
        ...(limit === undefined ? [] : [['limit', String(limit)] as const]),
      ];
      const data = await api.ask({ method: 'GET', path: 'incidents', params }, signal);
      return parseData(z.array(incidentSchema), 'list of incidents', data);
    },
    async get(id, signal) {
      const data = await api.ask({ method: 'GET', path: `incidents/${segment(id)}` }, signal);
      return parseData(incidentSchema, 'incident', data);
    },
    acknowledge: (id, by, signal) => change(id, 'acknowledge', { by }, signal),
    resolve: (id, by, signal) => change(id, 'resolve', { by }, signal),
    assign: (id, { assignee, by }, signal) => change(id, 'assign', { assignee, by }, signal),
    addNote: (id, note, signal) => change(id, 'notes', note, signal),
  };
}
