import type { jsPDF } from 'jspdf';
import type { ExportFonts } from '../ExportPlatform.ts';
import type { EmbeddedFont } from './prepareSvg.ts';

/** Adds fonts to a document, and returns what they can write. */
export function embedFont(pdf: jsPDF, fonts: ExportFonts): EmbeddedFont {
  for (const [style, bytes] of [
    ['normal', fonts.regular],
    ['bold', fonts.bold],
  ] as const) {
    const file = `${fonts.family.replaceAll(' ', '')}-${style}.ttf`;
    pdf.addFileToVFS(file, toBinaryString(bytes));
    pdf.addFont(file, fonts.family, style);
  }
  pdf.setFont(fonts.family, 'normal');
  const { metadata } = pdf.getFont() as unknown as FontWithMetadata;
  return {
    family: fonts.family,
    // A document writes characters in units of 16 bits: those beyond it cannot.
    hasCharacter: (character) => character.length === 1 && metadata.characterToGlyph(character.charCodeAt(0)) > 0,
  };
}

interface FontWithMetadata {
  readonly metadata: { characterToGlyph(code: number): number };
}

function toBinaryString(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return chunks.join('');
}
