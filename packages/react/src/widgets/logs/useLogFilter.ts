import type { Clock } from '@glasspane/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { isFiltered, type LogFilter, type LogLabel, noFilter, withLabel, withoutLabel } from './LogFilter.ts';

/** What {@link useLogFilter} gives. */
export interface UseLogFilterResult {
  /** As it stands in the controls. */
  readonly filter: LogFilter;
  /** As it is asked: once nobody has typed for a moment. */
  readonly settled: LogFilter;
  readonly isActive: boolean;
  setText(text: string): void;
  setIsRegex(isRegex: boolean): void;
  addLabel(label: LogLabel): void;
  removeLabel(name: string): void;
  clear(): void;
}

const SETTLE_MS = 300;

/** Keeps the viewer's filter. */
export function useLogFilter(clock: Clock): UseLogFilterResult {
  const [filter, setFilter] = useState(noFilter);
  const [settled, setSettled] = useState(noFilter);
  useEffect(() => {
    // Only typing waits.
    const delayMs = filter.text === settled.text ? 0 : SETTLE_MS;
    return filter === settled ? undefined : clock.setTimeout(() => setSettled(filter), delayMs);
  }, [filter, settled, clock]);
  const setText = useCallback((text: string) => setFilter((former) => ({ ...former, text })), []);
  const setIsRegex = useCallback((isRegex: boolean) => setFilter((former) => ({ ...former, isRegex })), []);
  const addLabel = useCallback((label: LogLabel) => setFilter((former) => withLabel(former, label)), []);
  const removeLabel = useCallback((name: string) => setFilter((former) => withoutLabel(former, name)), []);
  const clear = useCallback(() => setFilter(noFilter), []);
  return useMemo(
    () => ({ filter, settled, isActive: isFiltered(filter), setText, setIsRegex, addLabel, removeLabel, clear }),
    [filter, settled, setText, setIsRegex, addLabel, removeLabel, clear],
  );
}
