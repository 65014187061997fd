import type { Notification, NotifiedAlert } from '@glasspane/core/alerting';
import { describe, expect, it } from 'vitest';
import { composeMail } from './composeMail.ts';
import { composeSlack } from './composeSlack.ts';
import { composeWebhook } from './composeWebhook.ts';

const HOSTILE = '<b onmouseover="x">&\r\nBcc: evil@example.com\u0000';

const alert = (i: number, more: Partial<NotifiedAlert> = {}): NotifiedAlert => ({
  fingerprint: String(i).padStart(16, '0'),
  status: 'firing',
  labels: { alertname: 'HighLatency', service: `s${i}` },
  annotations: { summary: 'It is slow' },
  startsAtMs: 0,
  ...more,
});

const notification = (alerts: readonly NotifiedAlert[], status: Notification['status'] = 'firing'): Notification => ({
  receiver: 'ops',
  groupKey: '{}:{alertname="HighLatency"}',
  groupLabels: { alertname: 'HighLatency' },
  status,
  alerts,
});

const hostile = notification([
  alert(1, {
    labels: { alertname: HOSTILE, x: HOSTILE },
    annotations: { summary: HOSTILE, description: HOSTILE, runbook_url: 'javascript:alert(1)' },
    generatorUrl: 'https://x.example/?a="><script>|y',
  }),
]);

describe('composeMail', () => {
  it('says in one line what it is about, and then of each alert what is known', () => {
    const over = alert(2, { status: 'resolved', endsAtMs: 60_000 });
    const mail = composeMail(notification([over, alert(1)]), 'http://gp.example');
    expect(mail.subject).toBe('[FIRING:1] HighLatency');
    expect(mail.text).toBe(
      [
        '[FIRING:1] HighLatency',
        'FIRING  HighLatency\nIt is slow\nservice=s1\nsince 1970-01-01T00:00:00.000Z',
        'RESOLVED  HighLatency\nIt is slow\nservice=s2\nsince 1970-01-01T00:00:00.000Z, until 1970-01-01T00:01:00.000Z',
        'Sent by Glasspane at http://gp.example',
      ].join('\n\n'),
    );
  });

  it('lets no label make a header, a tag or a link', () => {
    const { subject, html } = composeMail(hostile, 'http://gp.example');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is tested
    expect(subject).not.toMatch(/[\u0000-\u001f]/);
    expect(html).not.toMatch(/<b |<script|javascript:/);
    expect(html).toContain('href="https://x.example/?a=&#34;&#62;&#60;script&#62;|y"');
  });

  it('leaves out what would be too long to read', () => {
    const { text } = composeMail(notification(Array.from({ length: 30 }, (_, i) => alert(i))), 'http://gp.example');
    expect(text).toContain('and 10 more alerts');
  });
});

describe('composeSlack', () => {
  it('shows the state by colour', () => {
    const colorOf = (status: Notification['status']) =>
      (composeSlack(notification([alert(1, { status })], status), { channel: '#ops' }) as SlackMessage).attachments[0]
        .color;
    expect([colorOf('firing'), colorOf('resolved')]).toEqual(['danger', 'good']);
  });

  it('lets no label mention anybody or make a link', () => {
    const message = composeSlack(hostile, {}) as SlackMessage;
    const { text, title } = message.attachments[0];
    expect(title).toContain('&lt;b onmouseover="x"&gt;&amp;');
    expect(text.replace(/<https:\/\/x\.example\/[^<>|]*\|Source>/, '')).not.toMatch(/[<>]/);
  });

  it('stays within what Slack shows', () => {
    const long = Array.from({ length: 20 }, (_, i) => alert(i, { annotations: { description: 'x&'.repeat(400) } }));
    const { text } = (composeSlack(notification(long), {}) as SlackMessage).attachments[0];
    expect(text.length).toBeLessThan(3_100);
    expect(text).toMatch(/and 19 more$/);
    const [one] = long;
    const huge = notification([{ ...(one as NotifiedAlert), annotations: { description: '&'.repeat(4_000) } }]);
    expect((composeSlack(huge, {}) as SlackMessage).attachments[0].text).toMatch(/&amp;…$/);
  });
});

describe('composeWebhook', () => {
  it("is Alertmanager's JSON, version 4", () => {
    const alerts = [alert(1), alert(2, { status: 'resolved', endsAtMs: 60_000, generatorUrl: 'http://g' })];
    expect(composeWebhook(notification(alerts), { maxAlerts: 0, externalUrl: 'http://gp.example' })).toEqual({
      receiver: 'ops',
      status: 'firing',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'HighLatency', service: 's1' },
          annotations: { summary: 'It is slow' },
          startsAt: '1970-01-01T00:00:00.000Z',
          endsAt: '0001-01-01T00:00:00Z',
          generatorURL: '',
          fingerprint: '0000000000000001',
        },
        {
          status: 'resolved',
          labels: { alertname: 'HighLatency', service: 's2' },
          annotations: { summary: 'It is slow' },
          startsAt: '1970-01-01T00:00:00.000Z',
          endsAt: '1970-01-01T00:01:00.000Z',
          generatorURL: 'http://g',
          fingerprint: '0000000000000002',
        },
      ],
      groupLabels: { alertname: 'HighLatency' },
      commonLabels: { alertname: 'HighLatency' },
      commonAnnotations: { summary: 'It is slow' },
      externalURL: 'http://gp.example',
      version: '4',
      groupKey: '{}:{alertname="HighLatency"}',
      truncatedAlerts: 0,
    });
  });

  it('counts what it leaves out', () => {
    const alerts = [alert(1), alert(2), alert(3)];
    const message = composeWebhook(notification(alerts), { maxAlerts: 2, externalUrl: '' });
    expect(message).toMatchObject({ truncatedAlerts: 1, alerts: [{}, {}] });
  });
});

interface SlackMessage {
  readonly attachments: readonly [{ readonly color: string; readonly title: string; readonly text: string }];
}
