import type { Notification } from '@glasspane/core/alerting';
import type { SlackConfig } from '../config/AlertmanagerConfig.ts';
import { type AlertText, alertTextsOf, headlineOf } from './describeNotification.ts';

// Slack cuts off what is longer.
const MAX_TEXT_LENGTH = 3_000;

/** Puts a notification in the JSON of Slack's incoming webhooks. */
export function composeSlack(
  notification: Notification,
  { channel, username, iconEmoji }: Pick<SlackConfig, 'channel' | 'username' | 'iconEmoji'>,
): object {
  const title = escapeSlack(headlineOf(notification));
  const { texts, more } = alertTextsOf(notification);
  const [first] = texts;
  return {
    channel,
    username,
    icon_emoji: iconEmoji,
    attachments: [
      {
        color: notification.status === 'firing' ? 'danger' : 'good',
        fallback: title,
        title,
        title_link: texts.length === 1 ? first?.links[0]?.url : undefined,
        text: joinUpTo(MAX_TEXT_LENGTH, texts.map(textOf), more),
        mrkdwn_in: ['text'],
      },
    ],
  };
}

function textOf({ isFiring, name, summary, description, labels, links }: AlertText): string {
  const heading = `${isFiring ? ':red_circle:' : ':large_green_circle:'} *${escapeSlack(name)}*`;
  const told = [summary, description].filter(Boolean).map(escapeSlack);
  // An address has no character that would end the link: they are percent-encoded in it.
  const addresses = links.map(({ label, url }) => `<${escapeSlack(new URL(url).href.replace(/\|/g, '%7C'))}|${label}>`);
  return [heading, ...told, escapeSlack(labels.join(', ')), addresses.join(' · ')].filter(Boolean).join('\n');
}

/** Joins as many texts as there is room for, and says how many are left out. */
function joinUpTo(maxLength: number, texts: readonly string[], more: number): string {
  let joined = '';
  for (const [i, text] of texts.entries()) {
    const next = joined === '' ? text : `${joined}\n\n${text}`;
    if (next.length > maxLength)
      return joined === '' ? cutOff(text, maxLength) : `${joined}\n\nand ${texts.length - i + more} more`;
    joined = next;
  }
  return more > 0 ? `${joined}\n\nand ${more} more` : joined;
}

function cutOff(text: string, maxLength: number): string {
  // Not within an escape, which would no longer be one.
  return `${text.slice(0, maxLength).replace(/[&<][^;>]*$/, '')}…`;
}

/** Slack's three characters with a meaning; formatting marks in a label do no harm. */
function escapeSlack(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
