import type { ReactElement } from 'react';
import type { QueryDescription } from './describeQuery.ts';

/** Props of {@link QueryFacts}. */
export interface QueryFactsProps {
  readonly description: QueryDescription;
}

const maxParts = 200;

/** What the parser makes of a query. */
export function QueryFacts({ description }: QueryFactsProps): ReactElement {
  const { formatted, type, metrics, labels, parts } = description;
  return (
    <section className="pg-card" aria-label="The query as it was understood">
      <pre className="pg-printed" dir="ltr">
        {formatted}
      </pre>
      <dl className="pg-facts">
        <Fact name="Type" values={[type]} />
        <Fact name="Metrics" values={metrics} />
        <Fact name="Labels" values={labels} />
      </dl>
      <details className="pg-parts">
        <summary>
          <bdi>
            {parts.length} {parts.length === 1 ? 'part' : 'parts'}
          </bdi>
        </summary>
        <ol dir="ltr">
          {parts.slice(0, maxParts).map(({ depth, kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <li key={index} style={{ paddingInlineStart: `${Math.min(depth, 12) * 14}px` }}>
              <span className="pg-part-kind">{kind}</span> <code>{text}</code>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function Fact({ name, values }: { readonly name: string; readonly values: readonly string[] }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      {values.length === 0 && <dd className="pg-none">none</dd>}
      {values.map((value) => (
        <dd key={value}>
          <bdi>{value}</bdi>
        </dd>
      ))}
    </div>
  );
}
