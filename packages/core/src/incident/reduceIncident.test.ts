import { describe, expect, it } from 'vitest';
import type { IncidentAlert } from './Incident.ts';
import { openIncident, reduceIncident } from './reduceIncident.ts';

const alert = (fingerprint: string, more: Partial<IncidentAlert> = {}): IncidentAlert => ({
  fingerprint,
  labels: { alertname: 'A', severity: 'warning' },
  annotations: {},
  startsAtMs: 0,
  ...more,
});
const opened = openIncident({ id: '1', groupLabels: { alertname: 'A', job: 'api' } }, [alert('a')], 10);

describe('openIncident', () => {
  it('names the incident after its alerts and their group', () => {
    expect(opened).toMatchObject({ title: 'A (job=api)', severity: 'warning', status: 'triggered', triggeredMs: 10 });
    const two = [alert('a'), alert('b', { labels: { alertname: 'B', severity: 'critical' } })];
    expect(openIncident({ id: '2', groupLabels: {} }, two, 0)).toMatchObject({
      title: 'A and 1 more',
      severity: 'critical',
    });
  });

  it('takes a severity that it does not know for one that may matter', () => {
    const odd = openIncident({ id: '2', groupLabels: {} }, [alert('a', { labels: { severity: 'page' } })], 0);
    expect(odd.severity).toBe('warning');
  });
});

describe('reduceIncident', () => {
  it('is acknowledged once, by the first', () => {
    const taken = reduceIncident(opened, { type: 'acknowledge', by: 'ada' }, 20);
    expect(taken).toMatchObject({ status: 'acknowledged', acknowledgedMs: 20, acknowledgedBy: 'ada' });
    expect(taken.timeline.at(-1)).toEqual({ type: 'acknowledged', atMs: 20, by: 'ada' });
    expect(reduceIncident(taken, { type: 'acknowledge', by: 'bob' }, 30)).toBe(taken);
  });

  it('is given to somebody and to nobody', () => {
    const given = reduceIncident(opened, { type: 'assign', assignee: 'bob', by: 'ada' }, 20);
    expect(given).toMatchObject({ assignee: 'bob' });
    const free = reduceIncident(given, { type: 'assign', by: 'ada' }, 30);
    expect(free.assignee).toBeUndefined();
    expect(free.timeline.at(-1)).toEqual({ type: 'assigned', atMs: 30, by: 'ada', text: '' });
  });

  it('takes notes, also when it is over', () => {
    const over = reduceIncident(opened, { type: 'resolve', by: 'ada' }, 20);
    const noted = reduceIncident(over, { type: 'note', text: 'was the disk', by: 'bob' }, 30);
    expect(noted.timeline.at(-1)).toEqual({ type: 'note', atMs: 30, by: 'bob', text: 'was the disk' });
  });

  it('cannot be taken up, given away or resolved when it is over', () => {
    const over = reduceIncident(opened, { type: 'resolve', by: 'ada' }, 20);
    for (const type of ['acknowledge', 'resolve', 'assign'] as const) {
      expect(() => reduceIncident(over, { type, by: 'ada' }, 30)).toThrow('is resolved');
    }
  });

  it('wants to know who, and what', () => {
    expect(() => reduceIncident(opened, { type: 'acknowledge', by: ' ' }, 0)).toThrow('by must not be empty');
    expect(() => reduceIncident(opened, { type: 'note', by: 'ada', text: '' }, 0)).toThrow('text must not be empty');
  });

  it('is over when all of its alerts are, what left its group included', () => {
    const ended = reduceIncident(opened, { type: 'alerts', alerts: [alert('a', { endsAtMs: 15 })] }, 20);
    expect(ended).toMatchObject({ status: 'resolved', resolvedMs: 20, alerts: [{ endsAtMs: 15 }] });
    const left = reduceIncident(opened, { type: 'alerts', alerts: [] }, 20);
    expect(left).toMatchObject({ status: 'resolved', alerts: [{ endsAtMs: 20 }] });
  });

  it('grows worse with a worse alert and stays so, and is the same when nothing changed', () => {
    const critical = alert('b', { labels: { alertname: 'A', severity: 'critical' } });
    const worse = reduceIncident(opened, { type: 'alerts', alerts: [alert('a'), critical] }, 20);
    expect(worse).toMatchObject({ severity: 'critical', alerts: [{ fingerprint: 'a' }, { fingerprint: 'b' }] });
    expect(reduceIncident(worse, { type: 'alerts', alerts: [alert('a'), critical] }, 30)).toBe(worse);
    const better = reduceIncident(worse, { type: 'alerts', alerts: [alert('a')] }, 30);
    expect(better).toMatchObject({ status: 'triggered', severity: 'critical' });
  });

  it('says when an alert comes back before the others are over', () => {
    const two = reduceIncident(opened, { type: 'alerts', alerts: [alert('a'), alert('b')] }, 20);
    const gone = reduceIncident(two, { type: 'alerts', alerts: [alert('a', { endsAtMs: 25 }), alert('b')] }, 30);
    const back = reduceIncident(gone, { type: 'alerts', alerts: [alert('a', { startsAtMs: 35 }), alert('b')] }, 40);
    expect(back.timeline.slice(-2).map(({ type }) => type)).toEqual(['alertResolved', 'alertAdded']);
  });
});
