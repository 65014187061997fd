import { type ReactElement, useId } from 'react';
import { sampleMetrics } from './sampleMetrics.ts';

/** Props of {@link SampleMetricList}. */
export interface SampleMetricListProps {
  onChoose(metric: string): void;
}

/** What there is to ask for. */
export function SampleMetricList({ onChoose }: SampleMetricListProps): ReactElement {
  const id = useId();
  return (
    <section className="pg-card pg-metrics" aria-labelledby={id}>
      <h2 id={id} className="pg-heading">
        Sample metrics
      </h2>
      <p className="gp-hint">
        <bdi>Press one to put it into the query.</bdi>
      </p>
      <ul className="pg-metric-list">
        {sampleMetrics.map(({ name, type, help }) => (
          <li key={name}>
            <button type="button" className="pg-metric" onClick={() => onChoose(name)}>
              <code dir="ltr">{name}</code>
            </button>
            <span className="pg-metric-type">{type}</span>
            <span className="pg-metric-help">
              <bdi>{help}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
