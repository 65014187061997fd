import { type ReactElement, useMemo } from 'react';
import { Markdown } from './Markdown.tsx';
import { parseMarkdown } from './parseMarkdown.ts';
import type { TextOptions } from './TextOptions.ts';

/**
 * Props of {@link TextView}.
 *
 * @public
 */
export interface TextViewProps {
  readonly options?: TextOptions | undefined;
  /** What the view is called by screen readers. */
  readonly title: string;
  /** The room for the view, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Shows a text in a subset of markdown, without HTML.
 *
 * @public
 */
export function TextView({ options = {}, title, width, height }: TextViewProps): ReactElement {
  const { content = '' } = options;
  const blocks = useMemo(() => parseMarkdown(content), [content]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached with the keyboard
    <section className="gp-text" dir="auto" style={{ width, height }} aria-label={title} tabIndex={0}>
      {blocks.length === 0 ? <p className="gp-text-empty">No text yet</p> : <Markdown blocks={blocks} />}
    </section>
  );
}
