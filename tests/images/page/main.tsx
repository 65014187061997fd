import '@glasspane/react/styles.css';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { FixtureWidget, fixtureEnvironment } from '../fixtures/FixtureWidget.tsx';
import { widgetFixtures } from '../fixtures/widgetFixtures.ts';

/** What a test calls in the page. */
export interface FixturePage {
  /** Draws a widget in the browser, in place of what is there. */
  draw(name: string): void;
  /** Shows markup as it is. */
  place(html: string): void;
  /** Takes over what the server made of a widget, and returns what React had to say of it. */
  hydrate(name: string, html: string): Promise<readonly string[]>;
}

declare global {
  interface Window {
    fixturePage: FixturePage;
  }
}

let root: Root | undefined;

function host(): HTMLElement {
  root?.unmount();
  root = undefined;
  const place = document.getElementById('place');
  if (place === null) throw new Error('The page has no place to draw in.');
  return place;
}

function widgetOf(name: string): React.ReactElement {
  const fixture = widgetFixtures.find((one) => one.name === name);
  if (fixture === undefined) throw new Error(`There is no fixture ${name}.`);
  return <FixtureWidget fixture={fixture} environment={fixtureEnvironment(fixture)} />;
}

window.fixturePage = {
  draw(name) {
    root = createRoot(host());
    root.render(widgetOf(name));
  },
  place(html) {
    host().innerHTML = html;
  },
  async hydrate(name, html) {
    const place = host();
    place.innerHTML = html;
    const said: string[] = [];
    const { error, warn } = console;
    console.error = (...args) => said.push(args.map(String).join(' '));
    console.warn = (...args) => said.push(args.map(String).join(' '));
    root = hydrateRoot(place, widgetOf(name), { onRecoverableError: (fault) => said.push(String(fault)) });
    // Hydration and the effects after it are done when the browser has nothing more urgent to do.
    await new Promise((resolve) => requestIdleCallback(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    Object.assign(console, { error, warn });
    return said;
  },
};
