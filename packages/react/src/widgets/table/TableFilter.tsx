import { type ReactElement, type RefObject, useMemo, useState } from 'react';
import { Popover } from '../../controls/Popover.tsx';
import { type ColumnFilter, countTexts } from './columnFilter.ts';
import type { TableColumn } from './tableColumns.ts';

/** Texts on offer: more are found by what they contain. */
const MOST_TEXTS = 100;

interface TableFilterProps {
  readonly id: string;
  readonly column: TableColumn;
  readonly filter: ColumnFilter | undefined;
  readonly anchorRef: RefObject<HTMLElement | null>;
  readonly locale: string | undefined;
  onChange(filter: ColumnFilter): void;
  onClose(): void;
}

/** Filters a table by one of its columns. */
export function TableFilter(props: TableFilterProps): ReactElement {
  const { id, column, anchorRef, filter = {}, onChange, onClose } = props;
  return (
    <Popover
      id={id}
      role="dialog"
      label={`Filter by ${column.title}`}
      align="end"
      anchorRef={anchorRef}
      className="gp-table-filter"
      onClose={onClose}
    >
      {column.field.kind === 'string' ? (
        <TextFilter {...props} filter={filter} texts={column.field.values} />
      ) : (
        <RangeFilter filter={filter} onChange={onChange} />
      )}
      <div className="gp-form-actions">
        <button type="button" className="gp-button" data-size="small" onClick={() => onChange({})}>
          Clear
        </button>
        <button
          type="button"
          className="gp-button gp-push"
          data-size="small"
          onClick={() => {
            onClose();
            anchorRef.current?.focus();
          }}
        >
          Close
        </button>
      </div>
    </Popover>
  );
}

interface TextFilterProps extends Pick<TableFilterProps, 'onChange' | 'locale'> {
  readonly filter: ColumnFilter;
  readonly texts: readonly string[];
}

function TextFilter({ filter, texts, locale, onChange }: TextFilterProps): ReactElement {
  const counted = useMemo(() => countTexts(texts, MOST_TEXTS), [texts]);
  const { text = '', values } = filter;
  const wanted = text.trim().toLowerCase();
  const toggle = (one: string): void => {
    const next = new Set(values);
    if (!next.delete(one)) next.add(one);
    onChange({ ...filter, values: next.size === 0 ? undefined : next });
  };
  return (
    <>
      <label className="gp-field">
        <span className="gp-field-label">Contains</span>
        <input
          className="gp-input"
          type="search"
          data-gp-focus
          value={text}
          onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <fieldset className="gp-table-choices">
        <legend className="gp-field-label">Only these</legend>
        {counted
          .filter(({ text: one }) => wanted === '' || one.toLowerCase().includes(wanted))
          .map(({ text: one, count }) => (
            <label key={one} className="gp-table-choice">
              <input type="checkbox" checked={values?.has(one) ?? false} onChange={() => toggle(one)} />
              <bdi>{one === '' ? '(empty)' : one}</bdi>
              <span className="gp-table-count">{count.toLocaleString(locale)}</span>
            </label>
          ))}
      </fieldset>
    </>
  );
}

interface RangeFilterProps {
  readonly filter: ColumnFilter;
  onChange(filter: ColumnFilter): void;
}

function RangeFilter({ filter, onChange }: RangeFilterProps): ReactElement {
  return (
    <div className="gp-form-row">
      <NumberInput label="From" isFirst value={filter.min} onChange={(min) => onChange({ ...filter, min })} />
      <NumberInput label="To" value={filter.max} onChange={(max) => onChange({ ...filter, max })} />
    </div>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly isFirst?: boolean | undefined;
  readonly value: number | undefined;
  onChange(value: number | undefined): void;
}

function NumberInput({ label, isFirst, value, onChange }: NumberInputProps): ReactElement {
  // What is typed may be no number yet, such as a minus.
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const shown = value === undefined && Number.isFinite(Number.parseFloat(typed)) ? '' : typed;
  return (
    <label className="gp-field">
      <span className="gp-field-label">{label}</span>
      <input
        className="gp-input"
        type="number"
        step="any"
        data-gp-focus={isFirst === true ? '' : undefined}
        value={shown}
        onChange={({ currentTarget: input }) => {
          setTyped(input.value);
          onChange(Number.isNaN(input.valueAsNumber) ? undefined : input.valueAsNumber);
        }}
      />
    </label>
  );
}
