import type { ReactElement } from 'react';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { PlacedExemplar } from './placeExemplars.ts';

/** A diamond for each exemplar. */
export function ExemplarShapes({ placed }: { readonly placed: readonly PlacedExemplar[] }): ReactElement {
  return (
    <g className="gp-exemplars" stroke={tokenColor('surface')} strokeWidth={1}>
      {placed.map(({ exemplar, x, y }) => (
        <path key={exemplar.key} d={`M${tenths(x)},${tenths(y - 5)}l5,5l-5,5l-5,-5z`} fill={exemplar.color} />
      ))}
    </g>
  );
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
