import { expect, it } from 'vitest';
import { boundIncident } from './boundIncident.ts';
import type { Incident } from './Incident.ts';

const alert = (fingerprint: string, endsAtMs?: number) => ({
  fingerprint,
  labels: {},
  annotations: {},
  startsAtMs: 0,
  ...(endsAtMs === undefined ? {} : { endsAtMs }),
});

it('forgets the oldest of what machines added, and nothing that fires or that a person did', () => {
  const incident: Incident = {
    id: '1',
    title: 'A',
    severity: 'info',
    status: 'acknowledged',
    groupLabels: {},
    triggeredMs: 0,
    alerts: [alert('firing'), ...Array.from({ length: 300 }, (_, i) => alert(`over-${i}`, i))],
    timeline: [
      { type: 'triggered', atMs: 0 },
      { type: 'note', atMs: 0, by: 'ada', text: 'x' },
      ...Array.from({ length: 1_500 }, (_, i) => ({ type: 'notified' as const, atMs: i, text: 'ops' })),
    ],
  };
  const bounded = boundIncident(incident);
  expect(bounded.alerts.map(({ fingerprint }) => fingerprint).slice(0, 2)).toEqual(['firing', 'over-100']);
  expect(bounded.timeline.map(({ type, atMs }) => `${atMs} ${type}`).slice(0, 3)).toEqual([
    '0 triggered',
    '0 note',
    '500 notified',
  ]);
  expect([bounded.alerts.length, bounded.timeline.length]).toEqual([201, 1_002]);
  expect(boundIncident(bounded)).toBe(bounded);
});
