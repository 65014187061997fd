import type { SampleSource } from '@glasspane/promql';
import { useEffect, useState } from 'react';
import { askPlayground, type PlaygroundAnswer, type PlaygroundQuestion } from './askPlayground.ts';
import { describeQuery, type QueryDescription } from './describeQuery.ts';
import { explainEmpty } from './explainEmpty.ts';
import { type PlaygroundFailure, toFailure } from './PlaygroundFailure.ts';

/** What came of the last question that was asked. */
export type PlaygroundOutcome =
  | { readonly status: 'nothing' }
  | {
      readonly status: 'answered';
      readonly question: PlaygroundQuestion;
      readonly description: QueryDescription;
      readonly answer: PlaygroundAnswer;
      /** Why there are no series; empty when there are some. */
      readonly help: readonly string[];
    }
  | {
      readonly status: 'failed';
      readonly question: PlaygroundQuestion;
      /** Left out when the query cannot be parsed. */
      readonly description?: QueryDescription | undefined;
      readonly failure: PlaygroundFailure;
    };

/** Result of {@link usePlayground}. */
export interface UsePlaygroundResult {
  readonly outcome: PlaygroundOutcome;
  /** Whether what is typed now has no outcome yet. */
  readonly isAsking: boolean;
}

const debounceMs = 250;

async function answer(
  question: PlaygroundQuestion,
  source: SampleSource,
  signal: AbortSignal,
): Promise<PlaygroundOutcome> {
  const { query } = question;
  if (query.trim() === '') return { status: 'nothing' };
  let description: QueryDescription | undefined;
  try {
    description = describeQuery(query);
    const found = await askPlayground(question, source, signal);
    const isEmpty = found.seriesCount === 0 && found.text === undefined;
    const help = isEmpty ? await explainEmpty(query, source) : [];
    return { status: 'answered', question, description, answer: found, help };
  } catch (error) {
    return { status: 'failed', question, description, failure: toFailure(error) };
  }
}

/** Asks a question once it has not changed for a moment. The evaluation of the question before is ended. */
export function usePlayground(question: PlaygroundQuestion, source: SampleSource): UsePlaygroundResult {
  const [settled, setSettled] = useState<{ readonly outcome: PlaygroundOutcome; readonly key: string }>({
    outcome: { status: 'nothing' },
    key: '',
  });
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of the question
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const settle = async (): Promise<void> => {
      const outcome = await answer(question, source, signal);
      if (!signal.aborted) setSettled({ outcome, key });
    };
    const timer = setTimeout(() => void settle(), debounceMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, source]);
  return { outcome: settled.outcome, isAsking: settled.key !== key };
}
