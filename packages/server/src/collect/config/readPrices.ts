import { InvalidDocumentError } from '@glasspane/core';
import { type Price, type PriceList, parsePriceList } from '@glasspane/core/cost';
import { readName } from './readScalars.ts';
import type { YamlValue } from './YamlValue.ts';

const FIELDS = ['resource', 'unit', 'metric', 'price', 'per', 'currency', 'valid_from'];

/** Reads the section `glasspane.prices`. */
export function readPrices(value: YamlValue): PriceList | undefined {
  const items = value.items();
  if (items === undefined) return undefined;
  const prices = items.flatMap((item) => {
    const price = readPrice(item);
    return price === undefined ? [] : [price];
  });
  try {
    return parsePriceList({ prices });
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    for (const { path, message } of error.issues) reportIssue(value, items, path, message);
    return undefined;
  }
}

function readPrice(value: YamlValue): Price | undefined {
  const fields = value.fields(FIELDS);
  if (fields === undefined) return undefined;
  return {
    resource: fields.required('resource', readName, ''),
    unit: fields.required('unit', readName, ''),
    metric: fields.required('metric', readName, ''),
    price: fields.required('price', readNumber, Number.NaN),
    per: fields.optional('per', readNumber, 1),
    currency: fields.required('currency', readName, ''),
    ...(fields.has('valid_from') ? { validFrom: fields.optional('valid_from', readName, '') } : {}),
  };
}

/** Reads a number; `1_000_000` is one as well. */
function readNumber(value: YamlValue): number | undefined {
  const number = Number(value.source.replaceAll('_', ''));
  if (value.source !== '' && Number.isFinite(number)) return number;
  return value.fail(`${value.path} must be a number, not ${value.description}`);
}

/** Puts a fault of the list at the entry that it speaks of. */
function reportIssue(list: YamlValue, items: readonly YamlValue[], path: string, message: string): void {
  const [, index = '', field = ''] = /^prices\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const item = index === '' ? undefined : items[Number(index)];
  const name = field === 'validFrom' ? 'valid_from' : field;
  const place = item ?? list;
  place.fail(`${place.path}${name === '' ? '' : `.${name}`}: ${message}`);
}
