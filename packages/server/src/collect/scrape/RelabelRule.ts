interface Sources {
  /** The labels whose values are joined and looked at. */
  readonly sourceLabels: readonly string[];
  readonly separator: string;
}

interface Pattern {
  /** Anchored at both ends. */
  readonly regex: RegExp;
}

interface Target {
  readonly targetLabel: string;
}

/** One step of relabeling, as Prometheus defines it; defaults filled in, the regular expression compiled. */
export type RelabelRule =
  | ({ readonly action: 'replace'; readonly replacement: string } & Sources & Pattern & Target)
  | ({ readonly action: 'keep' | 'drop' } & Sources & Pattern)
  | ({ readonly action: 'keepequal' | 'dropequal' } & Sources & Target)
  | ({ readonly action: 'lowercase' | 'uppercase' } & Sources & Target)
  | ({ readonly action: 'hashmod'; readonly modulus: number } & Sources & Target)
  | ({ readonly action: 'labelmap'; readonly replacement: string } & Pattern)
  | ({ readonly action: 'labeldrop' | 'labelkeep' } & Pattern);

/** The name of a relabeling action. */
export type RelabelAction = RelabelRule['action'];
