import type { ReactElement } from 'react';
import { CODE_FONT } from '../../drawing/codeFont.ts';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { layoutMarkdown, type PlacedPiece } from './layoutMarkdown.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import type { TextOptions } from './TextOptions.ts';

/** A text in markdown, as a picture: as much as there is room for. */
export function TextSvg({ options, width, height }: WidgetSvgProps<TextOptions>): ReactElement {
  const blocks = parseMarkdown(options.content ?? '');
  if (blocks.length === 0) return <SvgText x={0} y={14} size={13} color="text-muted" text="No text yet" />;
  const layout = layoutMarkdown(blocks, width);
  const isCut = layout.height > height;
  const bottom = isCut ? height - NOTE_HEIGHT : Number.POSITIVE_INFINITY;
  const shown = layout.pieces.filter((piece) => lowerEdge(piece) <= bottom);
  return (
    <>
      {shown.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once
        <Piece key={index} piece={piece} />
      ))}
      {isCut ? (
        <SvgNote y={height - NOTE_HEIGHT} width={width} text="The text goes on; there is no room for more." />
      ) : null}
    </>
  );
}

function lowerEdge(piece: PlacedPiece): number {
  return piece.type === 'box' ? piece.y + piece.height : piece.y + 4;
}

function Piece({ piece }: { readonly piece: PlacedPiece }): ReactElement {
  const { x, y } = piece;
  if (piece.type === 'box') {
    const { width, height, color } = piece;
    return (
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={Math.min(4, width / 2, height / 2)}
        fill={tokenColor(color)}
      />
    );
  }
  return (
    <text x={x} y={y} xmlSpace="preserve">
      {piece.runs.map(({ text, look }, index) => (
        <tspan
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once
          key={index}
          fontSize={look.size}
          fill={tokenColor(look.color)}
          fontWeight={look.isStrong ? 600 : undefined}
          fontStyle={look.isEmphasized ? 'italic' : undefined}
          fontFamily={look.isCode ? CODE_FONT : undefined}
          textDecoration={look.isStruck ? 'line-through' : undefined}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}
