export type { Price, PriceList } from './PriceList.ts';
export { parsePriceList } from './parsePriceList.ts';
export { COST_METRIC, PRICE_METRIC, priceListToRules, RESOURCE_COST_METRIC } from './priceListToRules.ts';
