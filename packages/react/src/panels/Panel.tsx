import type { Capability } from '@glasspane/core';
import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';
import { PanelMessage } from './PanelMessage.tsx';
import type { PanelProps } from './PanelProps.ts';
import { PanelScope } from './PanelScope.tsx';
import { useKeptFocus } from './useKeptFocus.ts';

/** Options of {@link Panel}. */
export interface PanelOptions extends PanelProps {
  /** What the panel shows: its heading where the host gives none, and its name for screen readers. */
  readonly label: string;
  /** The capabilities that it can work with, the best first. Where the backend has none of them it says so. */
  readonly needs: readonly Capability[];
  /** What to do about a capability that is missing: `Use a backend that keeps alerts.` */
  readonly advice: string;
  /** Controls at the end of the head. They stand inside the panel's query scope. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The themed root of a panel: its query client, its heading, and room for its content. It needs no provider around it. */
export function Panel(props: PanelOptions): ReactElement {
  const { backend, heading = props.label, headingLevel = 2, needs } = props;
  const titleId = useId();
  const ref = useRef<HTMLElement>(null);
  useKeptFocus(ref);
  const Heading: `h${HeadingLevel}` = `h${headingLevel}`;
  const isMissing = needs.length > 0 && needs.every((capability) => backend[capability] === undefined);
  const actions = isMissing ? undefined : props.actions;
  const hasHeader = heading !== null || (actions !== undefined && actions !== null && actions !== false);
  return (
    <PanelScope {...props} className="gp-panel-root">
      <section
        ref={ref}
        className={`gp-panel ${props.className ?? ''}`}
        data-bare={!hasHeader || undefined}
        {...(heading === null ? { 'aria-label': props.label } : { 'aria-labelledby': titleId })}
      >
        {hasHeader && (
          <header className="gp-panel-header">
            {heading !== null && (
              <Heading id={titleId} className="gp-panel-title">
                {heading}
              </Heading>
            )}
            {actions}
          </header>
        )}
        {isMissing ? <MissingCapability {...props} /> : props.children}
      </section>
    </PanelScope>
  );
}

function MissingCapability({ needs, advice }: PanelOptions): ReactElement {
  return (
    <PanelMessage icon="plug" tone="neutral" title={`This backend has no ${needs.join(' and no ')}`} detail={advice} />
  );
}
