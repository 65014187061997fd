import type { Alert } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { sampleAlerts } from '../../../../stories/fakes/sampleAlerts.ts';
import { countStates, filterAlerts, groupAlerts, labelNamesOf, sortAlerts } from './alertListModel.ts';
import { severityTone } from './alertSeverity.ts';

const alerts = sampleAlerts(0);
const ends = (list: readonly Alert[]): readonly string[] => list.map(({ fingerprint }) => fingerprint.slice(-3));

describe('a list of alerts', () => {
  it('stands worst first: firing before pending, then by severity, what is muted after its equals, then the newest', () => {
    expect(ends(sortAlerts(alerts, 'worst'))).toEqual(['c21', 'c22', 'e60', 'f01', '084', 'c23', 'f02']);
  });

  it('stands newest first where that is wanted', () => {
    expect(ends(sortAlerts(alerts, 'newest'))).toEqual(['c23', 'c21', 'c22', 'f01', 'e60', 'f02', '084']);
  });

  it('is filtered by words in labels and texts, by state and by severity', () => {
    expect(ends(filterAlerts(alerts, { text: 'SEARCH prod' }))).toEqual(['c22', 'c23']);
    expect(ends(filterAlerts(alerts, { text: 'region=eu-west' }))).toEqual(['f01']);
    expect(ends(filterAlerts(alerts, { text: '', state: 'pending' }))).toEqual(['c23']);
    expect(ends(filterAlerts(alerts, { text: '', severity: 'info', state: 'firing' }))).toEqual(['084']);
  });

  it('is grouped by a label, those without it together', () => {
    const groups = groupAlerts(alerts, 'service').map(({ name, alerts: members }) => [name, members.length]);
    expect(groups).toEqual([
      ['checkout', 1],
      ['search', 2],
      ['', 4],
    ]);
  });

  it('takes texts that are names of every object for texts', () => {
    const [alert] = alerts;
    const odd = { ...(alert as Alert), labels: { severity: 'toString' } };
    expect(severityTone('constructor')).toBe('none');
    expect(ends(sortAlerts([odd, alert as Alert], 'worst')).length).toBe(2);
    expect(sortAlerts([odd, alert as Alert], 'worst').at(-1)).toBe(odd);
    expect(groupAlerts([odd], 'valueOf').map(({ name }) => name)).toEqual(['']);
  });

  it('tells its labels, the most common ones first', () => {
    expect(labelNamesOf(alerts).slice(0, 3)).toEqual(['alertname', 'severity', 'environment']);
  });

  it('counts its states', () => {
    expect(countStates(alerts)).toEqual({ firing: 5, pending: 1, resolved: 1 });
  });
});
