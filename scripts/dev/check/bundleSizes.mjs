import { measureBundle } from './measureBundle.mjs';

/**
 * @typedef {object} SizeBudget
 * @property {string} name
 * @property {string} code - What a host imports.
 * @property {readonly string[]} external - Packages the host has anyway.
 * @property {boolean} [isSplit] - Whether only what a page loads at first counts.
 * @property {number} maxKb - Kilobytes (1,000 bytes), minified and gzipped.
 */

/** @type {readonly SizeBudget[]} */
const budgets = [
  {
    name: 'promql, all of it',
    code: `
      export * from '@glasspane/promql';
      export * from '@glasspane/promql/syntax';`,
    external: [],
    maxKb: 45,
  },
  { name: 'core, main entry', code: `export * from '@glasspane/core';`, external: [], maxKb: 40 },
  {
    name: 'one chart + prometheus',
    code: `
      export { TimeSeriesChart } from '@glasspane/react';
      export { createPrometheusBackend } from '@glasspane/adapters/prometheus';`,
    external: ['react', 'react-dom'],
    maxKb: 120,
  },
  {
    // What makes the files of an export comes when a format is chosen: nearly 300 kB that would be seen here.
    name: 'dashboard with exports',
    code: `export { Dashboard, ExportButton } from '@glasspane/react';`,
    external: ['react', 'react-dom'],
    isSplit: true,
    maxKb: 235,
  },
];

/**
 * Bundles what a host would import, from the built packages, and compares the sizes with the budgets.
 *
 * @param {readonly SizeBudget[]} [wanted]
 * @returns {Promise<import('../steps.mjs').StepResult>}
 */
export async function checkBundleSizes(wanted = budgets) {
  const lines = [row('kB, minified and gzipped', 'vite', 'esbuild', 'budget')];
  let ok = true;
  for (const { name, code, external, isSplit, maxKb } of wanted) {
    const sizes = await measureBundle(code, external, isSplit);
    const isOver = Math.max(sizes.vite, sizes.esbuild) > maxKb * 1000;
    if (isOver) ok = false;
    lines.push(row(name, toKb(sizes.vite), toKb(sizes.esbuild), String(maxKb)) + (isOver ? '  over budget' : ''));
  }
  return { ok, output: lines.join('\n'), show: true };
}

/** @param {number} bytes */
function toKb(bytes) {
  return (bytes / 1000).toFixed(1);
}

/**
 * @param {string} name
 * @param {readonly string[]} cells
 */
function row(name, ...cells) {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(9)).join('');
}
