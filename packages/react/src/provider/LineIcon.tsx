import type { ReactElement } from 'react';

/** Draws a path as a line icon of 16 px in the colour of its text. It says nothing to screen readers: its neighbour does. */
export function LineIcon({ path }: { readonly path: string }): ReactElement {
  return (
    <svg className="gp-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
