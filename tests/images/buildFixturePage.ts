import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { alias } from '../../vite.shared.ts';

/** A page that draws widgets of the fixtures, as text. */
export interface FixturePageSource {
  readonly html: string;
  readonly script: string;
}

// The packages' sources, as tests and stories have them.
const sources: Plugin = {
  name: 'sources',
  setup({ onResolve }) {
    for (const { find, replacement } of alias) onResolve({ filter: find }, () => ({ path: replacement }));
  },
};

/** Builds the page. Its font is in it, so that text is as wide on every machine. */
export async function buildFixturePage(): Promise<FixturePageSource> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page/main.tsx')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    jsx: 'automatic',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [sources],
    logLevel: 'error',
  });
  const textOf = (ending: string): string => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const faces = await Promise.all([
    fontFace('Fixture Sans', 400, 'DejaVuSans.ttf'),
    fontFace('Fixture Sans', 600, 'DejaVuSans-Bold.ttf'),
    fontFace('Fixture Mono', 400, 'DejaVuSansMono.ttf'),
  ]);
  const style = `${textOf('.css')}${faces.join('')}
    body { margin: 0; }
    #root { display: inline-block; padding: 8px; background: var(--gp-surface); --gp-font-family: "Fixture Sans"; --gp-font-family-mono: "Fixture Mono"; }
    svg { font-family: "Fixture Sans"; }
    *, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }`;
  return {
    html: `<!doctype html><meta charset="utf-8"><style>${style}</style><div id="root" class="gp-root"><div id="place"></div></div>`,
    script: textOf('.js'),
  };
}

const require = createRequire(new URL('../../packages/server/package.json', import.meta.url));

async function fontFace(family: string, weight: number, file: string): Promise<string> {
  const font = await readFile(require.resolve(`dejavu-fonts-ttf/ttf/${file}`), 'base64');
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/ttf;base64,${font}); }`;
}
