import type { FieldOptions } from '@glasspane/core';
import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { SvgValue } from '../../drawing/SvgValue.tsx';
import { truncateText } from '../../drawing/truncateText.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import type { PieOptions } from './PieOptions.ts';
import { LABEL_SIZE, type PieLayout, type PlacedName } from './pieLayout.ts';
import type { PieModel } from './pieModel.ts';
import { slicePath } from './slicePath.ts';

interface PiePictureProps {
  readonly model: PieModel;
  readonly layout: PieLayout;
  readonly options: PieOptions;
  readonly field: FieldOptions | undefined;
  readonly width: number;
}

/** The slices of a pie with their names and the total, for the inside of an SVG: on the screen and in a file alike. */
export function PiePicture({ model, layout, options, field, width }: PiePictureProps): ReactElement {
  const { x, y, radius, hole, slices, names } = layout;
  if (model.reason !== undefined) {
    const text = field?.noValue ?? model.reason;
    return <SvgText x={x} y={y + 4} size={12} anchor="middle" color="text-muted" text={text} maxWidth={width - 8} />;
  }
  return (
    <>
      <g stroke={tokenColor('surface')} strokeWidth={slices.length > 1 && radius > 16 ? 1.5 : 0} strokeLinejoin="round">
        {slices.map(({ slice, from, to }) => (
          <path
            key={slice.key}
            className="gp-series gp-slice"
            data-series={slice.key}
            d={slicePath({ x, y, radius, hole, from, to })}
            fill={slice.color}
          />
        ))}
      </g>
      {names.map(({ key, ...name }) => (
        <SliceName key={key} {...name} />
      ))}
      {hole >= 22 && options.hasTotal !== false ? <Total model={model} layout={layout} /> : null}
    </>
  );
}

// A name that runs from right to left must not turn its percentage around.
const [ISOLATE, END] = ['\u2068', '\u2069'];

function SliceName({ name, value, isRight, x, y, maxWidth, line }: Omit<PlacedName, 'key'>): ReactElement {
  const valueWidth = textWidth(` ${value}`, LABEL_SIZE);
  const hasValue = valueWidth + 30 <= maxWidth;
  return (
    <g fontSize={LABEL_SIZE}>
      <polyline points={line} fill="none" stroke={tokenColor('border-strong')} strokeWidth={1} />
      <text x={x} y={y + LABEL_SIZE * 0.35} fill={tokenColor('text')} textAnchor={isRight ? undefined : 'end'}>
        {`${ISOLATE}${truncateText(name, LABEL_SIZE, maxWidth - (hasValue ? valueWidth : 0))}${END}`}
        {hasValue ? <tspan fill={tokenColor('text-muted')}>{` ${value}`}</tspan> : null}
      </text>
    </g>
  );
}

function Total({ model: { total }, layout: { x, y, hole } }: Pick<PiePictureProps, 'model' | 'layout'>): ReactElement {
  const size = fitFontSize(total.text, hole * 1.6, Math.min(44, hole * 0.55));
  const hasWord = hole >= 44;
  return (
    <>
      <SvgValue value={total} x={x} y={y - (hasWord ? 7 : 0)} size={size} fill={tokenColor('text')} />
      {hasWord ? (
        <SvgText x={x} y={y + size / 2 + 8} size={11} anchor="middle" color="text-muted" text="total" />
      ) : null}
    </>
  );
}
