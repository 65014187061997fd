import type { Alert, Silence } from '@glasspane/core';
import type { Matcher } from '@glasspane/promql/syntax';
import * as z from 'zod/mini';

/** An alert as the API writes it, its times read. */
interface WireAlert {
  readonly fingerprint: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly generatorURL?: string | undefined;
  readonly receivers: readonly { readonly name: string }[];
  readonly status: { readonly silencedBy: readonly string[]; readonly inhibitedBy: readonly string[] };
}

interface WireMatcher {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
  /** Older Alertmanagers do not say. */
  readonly isEqual?: boolean | undefined;
}

interface WireSilence {
  readonly id: string;
  readonly status: { readonly state: Silence['state'] };
  readonly updatedAt: number;
  readonly matchers: readonly WireMatcher[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly createdBy: string;
  readonly comment: string;
}

const texts = z.record(z.string(), z.string());
/** An empty list may be null. */
const list = <TItem>(item: z.ZodMiniType<TItem>): z.ZodMiniType<readonly TItem[]> =>
  z.pipe(
    z.nullish(z.array(item)),
    z.transform((items) => items ?? []),
  );

const time: z.ZodMiniType<number> = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time')),
  z.transform((text: string) => Date.parse(text)),
);

const alertSchema: z.ZodMiniType<WireAlert> = z.object({
  fingerprint: z.string(),
  labels: texts,
  annotations: z.optional(texts),
  startsAt: time,
  endsAt: time,
  generatorURL: z.optional(z.string()),
  receivers: list(z.object({ name: z.string() })),
  status: z.object({ silencedBy: list(z.string()), inhibitedBy: list(z.string()) }),
});

const matcherSchema: z.ZodMiniType<WireMatcher> = z.object({
  name: z.string(),
  value: z.string(),
  isRegex: z.boolean(),
  isEqual: z.optional(z.boolean()),
});

const silenceSchema: z.ZodMiniType<WireSilence> = z.object({
  id: z.string(),
  status: z.object({ state: z.enum(['expired', 'active', 'pending']) }),
  updatedAt: time,
  matchers: z.array(matcherSchema),
  startsAt: time,
  endsAt: time,
  createdBy: z.string(),
  comment: z.string(),
});

/** The answer of `GET /alerts`. */
export const alertsSchema: z.ZodMiniType<readonly WireAlert[]> = z.array(alertSchema);

/** The answer of `GET /silences`. */
export const silencesSchema: z.ZodMiniType<readonly WireSilence[]> = z.array(silenceSchema);

/** The answer of `POST /silences`. */
export const createdSilenceSchema: z.ZodMiniType<{ readonly silenceID: string }> = z.object({
  silenceID: z.string().check(z.minLength(1)),
});

export function toAlert(alert: WireAlert, nowMs: number): Alert {
  const isOver = alert.endsAt <= nowMs;
  return {
    fingerprint: alert.fingerprint,
    labels: alert.labels,
    annotations: alert.annotations ?? {},
    state: isOver ? 'resolved' : 'firing',
    startsAtMs: alert.startsAt,
    // Until an alert is over, it is only when it would end if nobody told of it again.
    ...(isOver ? { endsAtMs: alert.endsAt } : {}),
    ...(alert.generatorURL ? { generatorUrl: alert.generatorURL } : {}),
    receivers: alert.receivers.map(({ name }) => name),
    silencedBy: alert.status.silencedBy,
    inhibitedBy: alert.status.inhibitedBy,
  };
}

export function toSilence({ status, updatedAt, startsAt, endsAt, matchers, ...rest }: WireSilence): Silence {
  return {
    ...rest,
    matchers: matchers.map(toMatcher),
    startsAtMs: startsAt,
    endsAtMs: endsAt,
    state: status.state,
    updatedAtMs: updatedAt,
  };
}

function toMatcher({ name, value, isRegex, isEqual = true }: WireMatcher): Matcher {
  return { name, value, operator: isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=' };
}

/** Returns a matcher as the API takes it. */
export function fromMatcher({ name, value, operator }: Matcher): WireMatcher {
  return { name, value, isRegex: operator.includes('~'), isEqual: operator.startsWith('=') };
}
