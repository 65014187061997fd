import type { ReactElement, ReactNode } from 'react';

/** A card around a view, so that stories show it as a dashboard does. */
export function Tile({ children, dir }: { readonly children: ReactNode; readonly dir?: 'ltr' | 'rtl' }): ReactElement {
  return (
    <div
      dir={dir}
      style={{
        display: 'inline-block',
        padding: 12,
        border: '1px solid var(--gp-border)',
        borderRadius: 'var(--gp-radius)',
        background: 'var(--gp-surface)',
      }}
    >
      {children}
    </div>
  );
}
