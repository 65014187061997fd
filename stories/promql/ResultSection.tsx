import { type ReactElement, useRef } from 'react';
import { AnswerView } from './AnswerView.tsx';
import type { PlaygroundAnswer } from './askPlayground.ts';
import type { PlaygroundOutcome } from './usePlayground.ts';
import { useWidth } from './useWidth.ts';

/** Props of {@link ResultSection}. */
export interface ResultSectionProps {
  readonly outcome: PlaygroundOutcome;
  readonly isAsking: boolean;
}

const typeNames = {
  range: 'instant vector over time',
  vector: 'instant vector',
  matrix: 'range vector',
  scalar: 'scalar',
  string: 'string',
} as const;

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function countsOf({ seriesCount, sampleCount }: PlaygroundAnswer): string {
  return `${plural(seriesCount, 'series', 'series')}, ${plural(sampleCount, 'sample', 'samples')}`;
}

/** Returns the outcome in a sentence, for those who hear it. */
export function speakOutcome(outcome: PlaygroundOutcome): string {
  if (outcome.status === 'nothing') return '';
  if (outcome.status === 'failed') return `${outcome.failure.title}. ${outcome.failure.message}`;
  const { answer } = outcome;
  const remarks = answer.annotations.length;
  const found = answer.text ?? (answer.seriesCount === 0 ? 'No series match' : countsOf(answer));
  return remarks === 0 ? `${found}.` : `${found}; ${plural(remarks, 'remark', 'remarks')}.`;
}

/** What came of the query. */
export function ResultSection({ outcome, isAsking }: ResultSectionProps): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  return (
    <section className="pg-card pg-result" aria-label="Answer" aria-busy={isAsking}>
      <div ref={body} className="pg-result-body">
        {outcome.status === 'nothing' && (
          <p className="pg-none">
            <bdi>Nothing is asked yet.</bdi>
          </p>
        )}
        {outcome.status === 'failed' && (
          <p className="pg-none">
            <bdi>There is no answer: see below the query.</bdi>
          </p>
        )}
        {outcome.status === 'answered' && (
          <>
            <Information answer={outcome.answer} />
            <Remarks answer={outcome.answer} />
            {outcome.help.length > 0 && <NoSeries help={outcome.help} />}
            {outcome.help.length === 0 && width > 0 && (
              <AnswerView question={outcome.question} answer={outcome.answer} width={width} />
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Information({ answer }: { readonly answer: PlaygroundAnswer }): ReactElement {
  const { type, readCount, durationMs } = answer;
  return (
    <p className="pg-information">
      <bdi>{typeNames[type]}</bdi>
      <bdi>{countsOf(answer)}</bdi>
      <bdi>{plural(readCount, 'sample', 'samples')} read</bdi>
      <bdi>answered in {Math.max(1, Math.round(durationMs))} ms</bdi>
    </p>
  );
}

function Remarks({ answer: { annotations } }: { readonly answer: PlaygroundAnswer }): ReactElement | null {
  if (annotations.length === 0) return null;
  return (
    <ul className="pg-remarks" aria-label="Remarks">
      {annotations.map(({ severity, message }) => (
        <li key={message} data-severity={severity}>
          <strong>{severity === 'info' ? 'Info' : 'Warning'}</strong>{' '}
          <span dir="ltr">{message.replace(/^PromQL (?:info|warning): /, '')}</span>
        </li>
      ))}
    </ul>
  );
}

function NoSeries({ help }: { readonly help: readonly string[] }): ReactElement {
  return (
    <div className="pg-no-series">
      <p className="pg-failure-title">No series match</p>
      <ul>
        {help.map((reason) => (
          <li key={reason}>
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
