const MODERN = /\b(?:oklch|oklab|lch|lab|color)\((?:[^()]|\([^()]*\))*\)/g;

const PROPERTIES = [
  'color',
  'background-color',
  'background-image',
  'border-top-color',
  'border-right-color',
  'border-bottom-color',
  'border-left-color',
  'outline-color',
  'text-decoration-color',
  'box-shadow',
  'text-shadow',
  '-webkit-text-stroke-color',
  'fill',
  'stroke',
];

/**
 * Writes the colours of a copied page in the form that html2canvas reads: it throws on those of newer CSS, anywhere in
 * the captured element and on the page's own background.
 */
export function writeLegacyColors(page: Document, captured: HTMLElement): void {
  const view = page.defaultView;
  if (view === null) return;
  const all = [page.documentElement, page.body, captured, ...captured.querySelectorAll<HTMLElement>('*')];
  // All are read before one is written, so that no change is inherited into what is read.
  const changes = all.flatMap((element) => {
    const style = view.getComputedStyle(element);
    return PROPERTIES.flatMap((property) => {
      const value = style.getPropertyValue(property);
      return value.search(MODERN) < 0 ? [] : [{ element, property, value: value.replace(MODERN, toRgb) }];
    });
  });
  for (const { element, property, value } of changes) element.style.setProperty(property, value, 'important');
}

/** Returns any CSS colour as `rgba(…)`: what a canvas makes of it. */
export function toRgb(color: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}
