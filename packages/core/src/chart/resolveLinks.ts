import type { Labels } from '@glasspane/promql/syntax';
import type { FieldLink } from '../dashboard/FieldOptions.ts';
import { splitTemplate } from '../format/fillTemplate.ts';
import { referenceText } from '../variables/interpolateText.ts';
import type { VariableValues } from '../variables/Variable.ts';
import { splitReferences } from '../variables/variableReferences.ts';

/**
 * What links are about.
 *
 * @public
 */
export interface LinkSubject {
  readonly labels?: Labels | undefined;
  /** The value, `{{__value}}`; left out: a gap. */
  readonly value?: number | string | undefined;
  /** The name that is shown, `{{__name}}`. */
  readonly name: string;
  /** The time range that is shown, in milliseconds since the epoch. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly variables?: VariableValues | undefined;
}

/**
 * A link with everything filled in.
 *
 * @public
 */
export interface ResolvedLink {
  /** Plain text. */
  readonly title: string;
  /** Of http, https or mailto, or relative. */
  readonly url: string;
  readonly isNewTab: boolean;
}

/**
 * Returns the links of a value. What is filled in is escaped for where it stands, so that it stays within its part of
 * the address: a label cannot add a parameter, leave its path or choose another host. An address that one would change so
 * is left out, as is one of a scheme other than http, https and mailto.
 *
 * @public
 */
export function resolveLinks(links: readonly FieldLink[] | undefined, subject: LinkSubject): readonly ResolvedLink[] {
  return (links ?? []).flatMap(({ title, url, isNewTab = false }) => {
    const address = resolveUrl(url.trim(), subject);
    return address === undefined
      ? []
      : [{ title: valuesIn(title, subject).map(plainText).join(''), url: address, isNewTab }];
  });
}

function resolveUrl(template: string, subject: LinkSubject): string | undefined {
  let url = '';
  for (const piece of valuesIn(template, subject)) {
    const text = typeof piece === 'string' ? piece : escapeAfter(url, piece.value);
    if (text === undefined) return undefined;
    url += text;
  }
  return isAllowed(url) && dotSegments(url) <= dotSegments(template) ? url : undefined;
}

interface FilledIn {
  readonly value: string;
}

function plainText(piece: string | FilledIn): string {
  return typeof piece === 'string' ? piece : piece.value;
}

/** Cuts a template at what is filled in, and fills it in. */
function valuesIn(template: string, subject: LinkSubject): readonly (string | FilledIn)[] {
  return splitTemplate(template).flatMap((text, index): readonly (string | FilledIn)[] =>
    index % 2 === 1
      ? [{ value: subjectWord(text, subject) }]
      : splitReferences(text).map((piece) =>
          typeof piece === 'string' ? piece : { value: referenceText(piece, subject.variables ?? {}) },
        ),
  );
}

/** Returns a value as it may stand after the beginning of an address; `undefined` where it may not stand there. */
function escapeAfter(start: string, value: string): string | undefined {
  if (/^https?:\/\/$/i.test(start)) return /^[\w.-]+(?::\d+)?$/.test(value) ? value : undefined;
  if (/^https?:\/\/[^/?#\\]*$/i.test(start)) return /^[\w-]*$/.test(value) ? value : undefined;
  // Half of a character is no text, and cannot be escaped.
  const escaped = encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  return /^mailto:[^?]*$/i.test(start) ? escaped.replaceAll('%40', '@') : escaped;
}

/** Browsers leave control characters out of addresses, and take two slashes for the begin of a host. */
function isAllowed(url: string): boolean {
  if (/\p{Cc}/u.test(url)) return false;
  const isRelative = !/^[^/?#]*:/.test(url) && !/^[/\\]{2}/.test(url);
  return isRelative ? url !== '' : /^(?:https?:\/\/[\w[]|mailto:)/i.test(url);
}

/** Counts the parts of a path that lead out of it. */
function dotSegments(url: string): number {
  const [path = ''] = url.split(/[?#]/);
  return path.split(/[/\\]/).filter((part) => /^(?:\.|%2e){1,2}$/i.test(part)).length;
}

function subjectWord(name: string, { labels = {}, value, name: shown, fromMs, toMs }: LinkSubject): string {
  switch (name) {
    case '__name':
      return shown;
    case '__value':
      return value === undefined ? '' : String(value);
    case '__from':
      return String(fromMs);
    case '__to':
      return String(toMs);
    default:
      return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
  }
}
