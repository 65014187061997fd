import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import type { Area } from '../treemap/squarify.ts';
import type { CostPictureProps } from './CostPicture.tsx';
import { PART_ROW } from './costLayout.ts';
import { writePart } from './costTexts.ts';

/** The parts with what they cost, the largest first; those without room are added up in the last line. */
export function CostList({ model, values, field, area }: CostPictureProps & { readonly area: Area }): ReactElement {
  const capacity = Math.max(1, Math.floor(area.height / PART_ROW));
  const isCut = model.parts.length > capacity;
  const shown = isCut ? model.parts.slice(0, capacity - 1) : model.parts;
  const others = model.parts.slice(shown.length);
  const rest = others.reduce((sum, { cost }) => sum + cost, 0);
  const rows = [
    ...shown,
    ...(others.length === 0
      ? []
      : [{ key: 'others', name: `${others.length} others`, color: undefined, cost: rest, hasData: true }]),
  ];
  const largest = Math.max(0, ...rows.map(({ cost }) => cost));
  return (
    <g>
      {rows.map(({ key, name, color, cost, hasData }, index) => {
        const text = writePart({ cost, hasData }, values, field);
        const y = area.y + index * PART_ROW;
        const size = largest > 0 ? Math.max(0, cost / largest) : 0;
        return (
          <g key={key}>
            {color === undefined ? null : (
              <>
                <rect
                  x={area.x}
                  y={y + 1}
                  width={size * area.width}
                  height={PART_ROW - 2}
                  rx={3}
                  fill={color}
                  fillOpacity={0.18}
                />
                <rect x={area.x} y={y + 1} width={3} height={PART_ROW - 2} rx={1.5} fill={color} />
              </>
            )}
            <SvgText
              x={area.x + 9}
              y={y + PART_ROW / 2 + 4}
              size={12}
              text={name}
              maxWidth={Math.max(8, area.width - 22 - textWidth(text, 12.6))}
            />
            <SvgText x={area.x + area.width - 5} y={y + PART_ROW / 2 + 4} size={12} anchor="end" text={text} isStrong />
          </g>
        );
      })}
    </g>
  );
}
