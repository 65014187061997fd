import type { Notification } from '@glasspane/core/alerting';
import type { Mail } from '../../mail/Mailer.ts';
import { type AlertText, alertTextsOf, headlineOf } from './describeNotification.ts';

const COLORS = { firing: '#b3261e', resolved: '#1b6e3c' };

/** Puts a notification in the words of a mail. */
export function composeMail(notification: Notification, externalUrl: string): Pick<Mail, 'subject' | 'text' | 'html'> {
  const subject = headlineOf(notification);
  const { texts, more } = alertTextsOf(notification);
  const rest = more > 0 ? `and ${more} more alerts` : '';
  return {
    subject,
    text: [subject, ...texts.map(textOf), rest, `Sent by Glasspane at ${externalUrl}`].filter(Boolean).join('\n\n'),
    html: [
      '<!DOCTYPE html><html><body style="font-family:sans-serif;font-size:14px;color:#1a1a1a;background:#ffffff">',
      `<h1 style="font-size:18px">${escapeHtml(subject)}</h1>`,
      ...texts.map(htmlOf),
      rest === '' ? '' : `<p>${rest}</p>`,
      `<p style="color:#595959">Sent by Glasspane at ${escapeHtml(externalUrl)}</p>`,
      '</body></html>',
    ].join('\n'),
  };
}

function textOf({ isFiring, name, summary, description, labels, startedAt, endedAt, links }: AlertText): string {
  const lines = [
    `${isFiring ? 'FIRING' : 'RESOLVED'}  ${name}`,
    summary,
    description,
    labels.join(', '),
    `since ${startedAt}${endedAt === undefined ? '' : `, until ${endedAt}`}`,
    ...links.map(({ label, url }) => `${label}: ${url}`),
  ];
  return lines.filter(Boolean).join('\n');
}

function htmlOf({ isFiring, name, summary, description, labels, startedAt, endedAt, links }: AlertText): string {
  const color = isFiring ? COLORS.firing : COLORS.resolved;
  const paragraph = (text: string): string =>
    text === '' ? '' : `<p style="margin:4px 0;white-space:pre-line">${escapeHtml(text)}</p>`;
  return [
    `<div style="border-left:4px solid ${color};padding:4px 12px;margin:12px 0">`,
    `<p style="margin:4px 0"><strong style="color:${color}">${isFiring ? 'Firing' : 'Resolved'}</strong> <strong>${escapeHtml(name)}</strong></p>`,
    paragraph(summary),
    paragraph(description),
    paragraph(labels.join(', ')),
    `<p style="margin:4px 0;color:#595959">since ${startedAt}${endedAt === undefined ? '' : `, until ${endedAt}`}</p>`,
    ...links.map(({ label, url }) => `<p style="margin:4px 0"><a href="${escapeHtml(url)}">${label}</a></p>`),
    '</div>',
  ].join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
