import { type ReactElement, type RefObject, useId } from 'react';
import type { PlaygroundFailure } from './PlaygroundFailure.ts';

/** Props of {@link QueryField}. */
export interface QueryFieldProps {
  readonly text: string;
  readonly failure: PlaygroundFailure | undefined;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
}

/** A text to write a query in, with what is at fault underlined. It grows with the text. */
export function QueryField({ text, failure, fieldRef, onChange }: QueryFieldProps): ReactElement {
  const id = useId();
  const place = failure?.place;
  const goToFault = (): void => {
    if (place === undefined) return;
    fieldRef.current?.focus();
    fieldRef.current?.setSelectionRange(place.start, place.end);
  };
  return (
    <div className="gp-field">
      <label htmlFor={id}>PromQL query</label>
      <div className="pg-query" dir="ltr">
        <MarkedText text={text} place={place} />
        <textarea
          id={id}
          ref={fieldRef}
          className="gp-input pg-query-text"
          value={text}
          rows={1}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder="Type a query, or choose an example"
          aria-invalid={failure !== undefined}
          aria-describedby={failure === undefined ? undefined : `${id}-fault`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      {failure !== undefined && (
        <div id={`${id}-fault`} className="pg-failure">
          <p className="pg-failure-title">{failure.title}</p>
          <p className="gp-field-fault" dir="ltr">
            <code>{failure.message}</code>
          </p>
          {failure.help !== undefined && (
            <p>
              <bdi>{failure.help}</bdi>
            </p>
          )}
        </div>
      )}
      {place !== undefined && (
        <p className="pg-go">
          <button type="button" className="gp-button" data-size="small" onClick={goToFault}>
            Go to the fault
          </button>
        </p>
      )}
    </div>
  );
}

interface MarkedTextProps {
  readonly text: string;
  readonly place: PlaygroundFailure['place'];
}

/** The text once more, below the field: it gives the field its height and carries the mark. */
function MarkedText({ text, place }: MarkedTextProps): ReactElement {
  const start = Math.min(place?.start ?? text.length, text.length);
  const end = Math.max(start, Math.min(place?.end ?? start, text.length));
  const isAtEnd = place !== undefined && start === end;
  return (
    <div className="gp-input pg-query-marks" aria-hidden="true">
      {text.slice(0, start)}
      {place !== undefined && <mark className="pg-mark">{isAtEnd ? '\u00a0' : text.slice(start, end)}</mark>}
      {text.slice(end)}
      {/* Without a character behind it, a line break at the end has no height. */}
      {'\u200b'}
    </div>
  );
}
