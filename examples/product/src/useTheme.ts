import { useEffect, useState } from 'react';

/** The look of the page. */
export type PageTheme = 'light' | 'dark';

/** The page's theme: the operating system's at first, then what the viewer chose. */
export function useTheme(): { readonly theme: PageTheme; toggleTheme(): void } {
  const [theme, setTheme] = useState<PageTheme>(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return { theme, toggleTheme: () => setTheme((current) => (current === 'dark' ? 'light' : 'dark')) };
}
