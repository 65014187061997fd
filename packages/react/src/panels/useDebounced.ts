import { useEffect, useState } from 'react';
import { usePanel } from './PanelContext.ts';

/** Returns a value once it has not changed for a while, so that nothing is asked at every key press. */
export function useDebounced<TValue>(value: TValue, delayMs: number): TValue {
  const { clock } = usePanel();
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of the value
  useEffect(() => clock.setTimeout(() => setSettled(value), delayMs), [clock, key, delayMs]);
  return settled;
}
