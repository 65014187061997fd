import { parseSelector } from '@glasspane/promql/syntax';
import * as z from 'zod/mini';
import { parseWith } from '../document/parseWith.ts';
import { type Report, semanticCheck } from '../document/semanticChecks.ts';
import { textMatching } from '../document/textMatching.ts';
import type { Price, PriceList } from './PriceList.ts';
import { validFromMs } from './validFromMs.ts';

const name = z.string().check(z.minLength(1));

const priceSchema: z.ZodMiniType<Price> = z.looseObject({
  resource: name,
  unit: name,
  metric: z.string().check(semanticCheck(checkSelector)),
  price: z.number().check(z.minimum(0)),
  per: z.optional(z.number().check(semanticCheck(checkQuantity))),
  currency: textMatching(/^[A-Z]{3}$/, 'must be three letters as in ISO 4217, such as USD'),
  validFrom: z.optional(z.string().check(semanticCheck(checkTime))),
});

const priceListSchema: z.ZodMiniType<PriceList> = z.looseObject({
  prices: z.array(priceSchema).check(semanticCheck(checkTogether)),
});

/**
 * Returns a price list from a parsed JSON document.
 *
 * @throws {@link InvalidDocumentError} When it is none, when two prices hold from the same time on, or when prices of one
 * resource and unit count by different metrics.
 * @public
 */
export function parsePriceList(input: unknown): PriceList {
  return parseWith(priceListSchema, 'price list', input);
}

/** Returns what prices have in common that follow each other in time. */
export function seriesOfPrice({ resource, unit, currency }: Price): string {
  return JSON.stringify([resource, unit, currency]);
}

function checkSelector(selector: string, report: Report): void {
  try {
    parseSelector(selector);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report([], `is no selector of a counter: ${reason}; write one such as requests_total{model="m"}`);
  }
}

function checkQuantity(per: number, report: Report): void {
  if (!(per > 0)) report([], 'must be more than 0');
}

function checkTime(validFrom: string, report: Report): void {
  if (validFromMs(validFrom) === undefined) {
    report([], 'must be a date such as 2026-01-31 or a time such as 2026-01-31T08:00:00Z');
  }
}

function checkTogether(prices: readonly Price[], report: Report): void {
  prices.forEach((price, index) => {
    const earlier = prices.slice(0, index).filter((other) => seriesOfPrice(other) === seriesOfPrice(price));
    if (earlier.some(({ metric }) => metric !== price.metric)) {
      report(
        [index, 'metric'],
        'differs from that of another price of the same resource, unit and currency; give it another unit',
      );
    }
    if (earlier.some(({ validFrom }) => validFromMs(validFrom) === validFromMs(price.validFrom))) {
      report(
        [index, 'validFrom'],
        'is that of another price of the same resource, unit and currency already; one of them must go',
      );
    }
  });
}
