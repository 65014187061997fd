import type { FieldOptions } from '@glasspane/core';
import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { TreemapOptions } from './TreemapOptions.ts';
import type { PlacedLeaf, TreemapLayout } from './treemapLayout.ts';
import type { TreemapModel } from './treemapModel.ts';

interface TreemapPictureProps {
  readonly model: TreemapModel;
  readonly layout: TreemapLayout;
  readonly options: TreemapOptions;
  readonly field: FieldOptions | undefined;
  readonly width: number;
  readonly height: number;
}

/** The cells of a treemap, for the inside of an SVG: on the screen and in a file alike. */
export function TreemapPicture({ model, layout, options, field, width, height }: TreemapPictureProps): ReactElement {
  if (model.reason !== undefined) {
    const text = field?.noValue ?? model.reason;
    return (
      <SvgText
        x={width / 2}
        y={height / 2 + 4}
        size={12}
        anchor="middle"
        color="text-muted"
        text={text}
        maxWidth={width - 8}
      />
    );
  }
  return (
    <>
      {layout.groups.map(({ key, name, headHeight, x, y, width: wide, height: high }) => (
        <g key={key}>
          <rect
            x={round(x + 0.5)}
            y={round(y + 0.5)}
            width={round(Math.max(0, wide - 1))}
            height={round(Math.max(0, high - 1))}
            rx={3}
            fill={tokenColor('surface-sunken')}
            stroke={tokenColor('border')}
          />
          {headHeight > 0 ? (
            <SvgText x={round(x + 6)} y={round(y + 12.5)} size={11} text={name} maxWidth={wide - 12} isStrong />
          ) : null}
        </g>
      ))}
      {layout.leaves.map((leaf) => (
        <Cell key={leaf.leaf.key} {...leaf} cellValue={options.cellValue ?? 'value'} />
      ))}
    </>
  );
}

type CellProps = PlacedLeaf & { readonly cellValue: 'value' | 'percent' | 'none' };

function Cell({ leaf, x, y, width, height, cellValue }: CellProps): ReactElement {
  const gap = width > 4 && height > 4 ? 1 : 0;
  const name = leaf.path.at(-1) ?? '';
  const value = cellValue === 'percent' ? leaf.percent : leaf.text;
  const hasName = width >= 34 && height >= 18;
  const hasValue = hasName && cellValue !== 'none' && height >= 34 && textWidth(value, 11) <= width - 10;
  const size = width >= 110 && height >= 60 ? 13 : 11;
  const textsWidth = Math.max(textWidth(name, size), hasValue ? textWidth(value, size * 1.05) : 0);
  return (
    <g className="gp-cell">
      <rect
        x={round(x + gap / 2)}
        y={round(y + gap / 2)}
        width={round(Math.max(0, width - gap))}
        height={round(Math.max(0, height - gap))}
        rx={gap > 0 ? 2 : 0}
        fill={leaf.color}
        fillOpacity={leaf.isScaled ? 1 : 0.3}
      />
      {hasName ? (
        <g>
          {leaf.isScaled ? (
            // Letters are read on every colour of a scale only with the surface behind them.
            <rect
              x={round(x + 3)}
              y={round(y + 3)}
              width={round(Math.min(width - 6, textsWidth + 8))}
              height={round(hasValue ? size * 2.15 + 7 : size + 5)}
              rx={2}
              fill={tokenColor('surface')}
              fillOpacity={0.85}
            />
          ) : null}
          <SvgText x={round(x + 6)} y={round(y + 4 + size)} size={size} text={name} maxWidth={width - 10} />
          {hasValue ? (
            <SvgText x={round(x + 6)} y={round(y + 6 + size * 2.15)} size={size} text={value} isStrong />
          ) : null}
        </g>
      ) : null}
    </g>
  );
}

function round(pixel: number): number {
  return Math.round(pixel * 100) / 100;
}
