/** An alert of a scenario; times in seconds from its start. */
export interface ScenarioAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: number;
  readonly endsAt?: number;
}

/** One thing that happens in a scenario. */
export interface ScenarioStep {
  readonly at: number;
  readonly push?: readonly ScenarioAlert[];
  readonly reload?: boolean;
  readonly expire?: string;
  readonly silence?: {
    readonly id: string;
    readonly startsAt: number;
    readonly endsAt: number;
    readonly matchers: readonly { readonly name: string; readonly value: string; readonly isRegex: boolean }[];
  };
}

/** A notification that has to arrive. */
export interface ScenarioWant {
  readonly from: number;
  readonly to: number;
  readonly alerts: readonly ScenarioAlert[];
}

/** One scenario of the file. */
export interface Scenario {
  readonly name: string;
  readonly config: string;
  readonly flags?: Readonly<Record<string, string>>;
  readonly respond?: Readonly<
    Record<string, readonly { readonly until: number; readonly status?: number; readonly delay?: number }[]>
  >;
  readonly do: readonly ScenarioStep[];
  readonly want: Readonly<Record<string, readonly ScenarioWant[]>>;
}

/** A notification that arrived. */
export interface Arrival {
  readonly receiver: string;
  readonly atSeconds: number;
  readonly alerts: readonly ScenarioAlert[];
}
