import { Fragment, useState } from 'react';
import { type Page, pages } from './pages.tsx';
import { useHash } from './useHash.ts';
import { useTheme } from './useTheme.ts';

/** The admin area of an imagined AI marketplace: its own look, its own navigation, and Glasspane dashboards inside. */
export function App() {
  const hash = useHash();
  const { theme, toggleTheme } = useTheme();
  const page = pages.find(({ id }) => id === hash) ?? pages[0];
  return (
    <div className="shell">
      {/* Not a link: the hash names the page. */}
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        Skip to the content
      </button>
      <header className="brand">
        <span className="brand-mark" aria-hidden="true">
          A
        </span>
        <span className="brand-name">Agora</span>
        <span className="brand-area">Operations</span>
      </header>
      <Navigation current={page} />
      <button type="button" className="theme" aria-pressed={theme === 'dark'} onClick={toggleTheme}>
        Dark theme
      </button>
      <main id="content" className="content" tabIndex={-1}>
        <p className="lead">{page.lead}</p>
        <Fragment key={page.id}>{page.render(theme)}</Fragment>
      </main>
    </div>
  );
}

function Navigation({ current }: { readonly current: Page }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className="nav" aria-label="Operations">
      <button type="button" className="nav-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {current.title}
      </button>
      <ul className={isOpen ? 'nav-list is-open' : 'nav-list'}>
        {pages.map((page) => (
          <li key={page.id}>
            <a
              href={`#${page.id}`}
              aria-current={page.id === current.id ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              {page.title}
            </a>
          </li>
        ))}
        <li>
          <a href="/mailbox/" target="_blank" rel="noreferrer">
            Mailbox
          </a>
        </li>
      </ul>
    </nav>
  );
}
