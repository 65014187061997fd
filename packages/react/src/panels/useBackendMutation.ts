import { type Backend, type GlasspaneError, toGlasspaneError } from '@glasspane/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type BackendTopic, backendQueryKey } from './backendQueryKey.ts';

/** Options of {@link useBackendMutation}. */
export interface UseBackendMutationOptions<TInput, TOutput> {
  readonly backend: Backend;
  /** What is old after it, and asked again. */
  readonly invalidates: readonly BackendTopic[];
  /** Makes the call. It is not cancelled when the panel goes: what was pressed is done. */
  run(input: TInput): Promise<TOutput>;
}

/** What {@link useBackendMutation} gives. */
export interface UseBackendMutationResult<TInput, TOutput> {
  readonly isRunning: boolean;
  /** Why the last run failed. */
  readonly error: GlasspaneError | undefined;
  /** Resolves with the answer, or with nothing where it failed: the error says why. A run while one runs does nothing. */
  run(input: TInput): Promise<TOutput | undefined>;
  /** Forgets the error. */
  reset(): void;
}

/** Changes something in the backend once, and asks again for what is old after it. */
export function useBackendMutation<TInput, TOutput>(
  options: UseBackendMutationOptions<TInput, TOutput>,
): UseBackendMutationResult<TInput, TOutput> {
  const client = useQueryClient();
  const isBusy = useRef(false);
  const mutation = useMutation<TOutput, GlasspaneError, TInput>({
    mutationFn: async (input) => {
      try {
        return await options.run(input);
      } catch (error) {
        throw toGlasspaneError(error);
      }
    },
    networkMode: 'always',
    retry: false,
    onSettled: () =>
      Promise.all(
        options.invalidates.map((topic) =>
          client.invalidateQueries({ queryKey: backendQueryKey(options.backend, topic) }),
        ),
      ).then(() => undefined),
  });
  return {
    isRunning: mutation.isPending,
    error: mutation.error ?? undefined,
    reset: mutation.reset,
    async run(input) {
      if (isBusy.current) return undefined;
      isBusy.current = true;
      try {
        return await mutation.mutateAsync(input);
      } catch {
        return undefined;
      } finally {
        isBusy.current = false;
      }
    },
  };
}
