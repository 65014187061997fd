import { alignToStep, resolveStep } from '@glasspane/core';
import type { SampleSource } from '@glasspane/promql';
import { printSelector } from '@glasspane/promql/syntax';
import { type ReactElement, useRef, useState } from 'react';
import { exampleQueries } from './exampleQueries.ts';
import './playground.css';
import { QueryFacts } from './QueryFacts.tsx';
import { QueryField } from './QueryField.tsx';
import { ResultSection, speakOutcome } from './ResultSection.tsx';
import { SampleMetricList } from './SampleMetricList.tsx';
import { sampleEndMs } from './sampleMetrics.ts';
import { TimeChoice } from './TimeChoice.tsx';
import { usePlayground } from './usePlayground.ts';
import { useWidth } from './useWidth.ts';

/** Props of {@link Playground}. */
export interface PlaygroundProps {
  readonly source: SampleSource;
  readonly initialQuery?: string | undefined;
  /** The length of the range, in milliseconds; 0 for an instant query. */
  readonly initialLengthMs?: number | undefined;
}

const endText = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Returns the steps of a range that ends with the sample data. */
function rangeOf(lengthMs: number, widthPx: number): { readonly lengthMs: number; readonly stepMs: number } {
  const range = { startMs: sampleEndMs - lengthMs, endMs: sampleEndMs };
  const stepMs = resolveStep({ range, widthPx: widthPx / 2, minStepMs: 15_000 });
  return { lengthMs: sampleEndMs - alignToStep(range, stepMs).startMs, stepMs };
}

/** A page on which PromQL is typed and answered at once, from sample data. */
export function Playground({ source, initialQuery = '', initialLengthMs = 3_600_000 }: PlaygroundProps): ReactElement {
  const page = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [query, setQuery] = useState(initialQuery);
  const [lengthMs, setLengthMs] = useState(initialLengthMs);
  const width = useWidth(page);
  const range = rangeOf(lengthMs, width || 640);
  const question = { query, endMs: sampleEndMs, range: lengthMs === 0 ? undefined : range };
  const { outcome, isAsking } = usePlayground(question, source);
  // A mark would point at other words once the text has changed.
  const isCurrent = outcome.status !== 'nothing' && outcome.question.query === query;
  const failure = outcome.status === 'failed' && isCurrent ? outcome.failure : undefined;
  const description = outcome.status === 'nothing' ? undefined : outcome.description;

  const insert = (metric: string): void => {
    const text = field.current;
    if (text === null) return;
    const selector = printSelector([{ name: '__name__', operator: '=', value: metric }]);
    text.focus();
    text.setRangeText(selector, text.selectionStart, text.selectionEnd, 'end');
    setQuery(text.value);
  };

  return (
    <main ref={page} className="pg-page">
      <header className="pg-header">
        <h1>PromQL playground</h1>
        <p className="pg-badge">Sample data</p>
        <p className="gp-hint">
          <bdi>An imagined shop, made up in this page; nothing in it was measured.</bdi>
        </p>
      </header>
      <div className="pg-columns">
        <div className="pg-editor">
          <div className="pg-card pg-form">
            <QueryField text={query} failure={failure} fieldRef={field} onChange={setQuery} />
            <TimeChoice
              lengthMs={lengthMs}
              stepMs={range.stepMs}
              endText={`${endText.format(sampleEndMs)} UTC`}
              onChange={setLengthMs}
            />
            <fieldset aria-label="Examples" className="pg-examples">
              {exampleQueries.map((example) => (
                <button
                  key={example.label}
                  type="button"
                  className="gp-button"
                  data-size="small"
                  onClick={() => setQuery(example.query)}
                >
                  <bdi>{example.label}</bdi>
                </button>
              ))}
            </fieldset>
          </div>
        </div>
        <SampleMetricList onChoose={insert} />
        <div className="pg-answer">
          {description !== undefined && <QueryFacts description={description} />}
          <ResultSection outcome={outcome} isAsking={isAsking} />
        </div>
      </div>
      <p role="status" className="gp-visually-hidden">
        {isAsking ? '' : speakOutcome(outcome)}
      </p>
    </main>
  );
}
