import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { BlockNode, InlineNode } from './MarkdownNode.ts';

interface MarkdownProps {
  readonly blocks: readonly BlockNode[];
}

/** Draws parsed markdown as React elements: no HTML of the text's own ever reaches the page. */
export function Markdown({ blocks }: MarkdownProps): ReactElement {
  return <>{keyed(blocks, (block) => drawBlock(block))}</>;
}

// A parsed text is drawn anew as a whole, so its places are keys enough.
function keyed<TNode>(nodes: readonly TNode[], draw: (node: TNode) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return nodes.map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}

function drawBlock(block: BlockNode): ReactNode {
  switch (block.type) {
    case 'heading':
      return drawHeading(block.level, keyed(block.children, drawInline));
    case 'paragraph':
      return <p>{keyed(block.children, drawInline)}</p>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'table':
      return drawTable(block);
    case 'quote':
      return <blockquote>{keyed(block.children, drawBlock)}</blockquote>;
    case 'list': {
      const items = keyed(block.items, (item) => <li>{drawItem(item)}</li>);
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function drawTable({ aligns, head, rows }: Extract<BlockNode, { readonly type: 'table' }>): ReactNode {
  const styleOf = (column: number): { readonly textAlign: 'start' | 'center' | 'end' } => ({
    textAlign: aligns[column] ?? 'start',
  });
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <th key={column} scope="col" style={styleOf(column)}>
              {keyed(cell, drawInline)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows, (cells) => (
          <tr>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} style={styleOf(column)}>
                {keyed(cell, drawInline)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The widget's title is a heading already, so those within begin below it.
function drawHeading(level: number, children: ReactNode): ReactNode {
  if (level === 1) {
    return <h4>{children}</h4>;
  }
  return level === 2 ? <h5>{children}</h5> : <h6>{children}</h6>;
}

// The words of an item that has nothing else stand in it without a paragraph around them.
function drawItem(blocks: readonly BlockNode[]): ReactNode {
  return keyed(blocks, (block) => (block.type === 'paragraph' ? keyed(block.children, drawInline) : drawBlock(block)));
}

function drawInline(node: InlineNode): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{keyed(node.children, drawInline)}</strong>;
    case 'emphasis':
      return <em>{keyed(node.children, drawInline)}</em>;
    case 'strike':
      return <s>{keyed(node.children, drawInline)}</s>;
    case 'link':
      return (
        <a href={node.href} rel="noopener noreferrer">
          {keyed(node.children, drawInline)}
        </a>
      );
  }
}
