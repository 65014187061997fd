/**
 * What one unit of a resource costs from some time on.
 *
 * @public
 */
export interface Price {
  /** What is paid for: a model, a service. */
  readonly resource: string;
  /** What is counted: `input_token`, `request`. One resource may have several, each with prices of its own. */
  readonly unit: string;
  /** The counter that counts the units: a PromQL selector, such as `requests_total{model="m"}`. */
  readonly metric: string;
  /** The price of {@link per} units. */
  readonly price: number;
  /** How many units the price is for. @defaultValue 1 */
  readonly per?: number | undefined;
  /** Three letters, as in ISO 4217: `USD`. */
  readonly currency: string;
  /**
   * From when on the price holds: a date (`2026-01-31`, midnight UTC) or a time (`2026-01-31T08:00:00Z`). It ends where a
   * later one of the same resource, unit and currency begins. @defaultValue always
   */
  readonly validFrom?: string | undefined;
}

/**
 * What things cost.
 *
 * @public
 */
export interface PriceList {
  readonly prices: readonly Price[];
}
