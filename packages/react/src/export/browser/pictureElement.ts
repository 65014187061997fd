import type { Options } from 'html2canvas';
import { writeLegacyColors } from './legacyColors.ts';

/** The module as it is; its types are those of another module system. */
interface Html2CanvasModule {
  readonly default: (element: HTMLElement, options: Partial<Options>) => Promise<HTMLCanvasElement>;
}

/** Takes a picture of an element as it stands on the screen: a `data:` address of a PNG file. */
export async function pictureElement(element: HTMLElement): Promise<string> {
  const { default: html2canvas } = (await import('html2canvas')) as unknown as Html2CanvasModule;
  const canvas = await html2canvas(element, { scale: 2, logging: false, onclone: writeLegacyColors });
  return canvas.toDataURL('image/png');
}
