import type { Notice } from '@glasspane/core';
import { type ReactElement, type ReactNode, type Ref, useId } from 'react';
import { AlertBadge, alarmState, type WidgetAlarm } from './AlertBadge.tsx';
import { InfoTip } from './InfoTip.tsx';
import { NoticesBadge } from './NoticesBadge.tsx';
import { TableToggle, type TableView } from './TableToggle.tsx';

/** The level of a heading. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Props of {@link WidgetFrame}. */
export interface WidgetFrameProps {
  readonly title: string;
  readonly headingLevel: HeadingLevel;
  readonly description?: string | undefined;
  readonly notices: readonly Notice[];
  /** Whether the first answer is on its way. */
  readonly isBusy: boolean;
  /** Whether what is shown stands in for something that is on its way. */
  readonly isOutdated: boolean;
  /** Whether the body has no width or no height. */
  readonly hasNoRoom: boolean;
  /** Says that the data shown is old. */
  readonly staleText?: string | undefined;
  /** Controls at the end of the head. */
  readonly actions?: ReactNode;
  /** The alerts of the widget's metrics, where there are any. */
  readonly alarm?: WidgetAlarm | undefined;
  /** Left out: it has no table to show instead. */
  readonly table?: TableView | undefined;
  readonly frameRef?: Ref<HTMLElement> | undefined;
  readonly bodyRef?: Ref<HTMLDivElement> | undefined;
  readonly children: ReactNode;
}

/** The tile around a view: its title, what is known about it, and room for the view. */
export function WidgetFrame(props: WidgetFrameProps): ReactElement {
  const titleId = useId();
  const Heading: `h${HeadingLevel}` = `h${props.headingLevel}`;
  return (
    <article
      ref={props.frameRef}
      className="gp-widget"
      aria-labelledby={titleId}
      aria-busy={props.isBusy}
      data-no-room={props.hasNoRoom || undefined}
      data-alert={props.alarm && alarmState(props.alarm)}
    >
      <header className="gp-widget-header">
        <Heading id={titleId} className="gp-widget-title" title={props.title}>
          {props.title}
        </Heading>
        {props.description !== undefined && props.description !== '' && (
          <InfoTip icon="info" label={`About ${props.title}`}>
            {props.description}
          </InfoTip>
        )}
        {props.alarm !== undefined && <AlertBadge title={props.title} alarm={props.alarm} />}
        <NoticesBadge notices={props.notices} />
        {props.staleText !== undefined && (
          <InfoTip icon="plug" tone="warning" label="Data is not current">
            {props.staleText}
          </InfoTip>
        )}
        {props.table !== undefined && <TableToggle title={props.title} table={props.table} />}
        {props.actions}
      </header>
      {props.isOutdated && <div className="gp-progress" aria-hidden="true" />}
      <div ref={props.bodyRef} className="gp-widget-body" data-outdated={props.isOutdated || undefined}>
        {props.children}
      </div>
    </article>
  );
}
