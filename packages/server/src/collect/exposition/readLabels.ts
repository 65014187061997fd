import type { Labels } from '@glasspane/promql';
import { CLOSE_BRACE, type ExpositionScanner, OPEN_BRACE } from './ExpositionScanner.ts';

const COMMA = 44;
const EQUALS = 61;

/**
 * Reads the labels in braces, where there are any.
 *
 * @param name - The metric's name; left out where it must stand in the braces, in quotes.
 */
export function readLabels(scanner: ExpositionScanner, name: string | undefined): Labels {
  const labels: Record<string, string> = name === undefined ? {} : { __name__: name };
  if (!scanner.take(OPEN_BRACE)) return labels;
  scanner.takeBlanks();
  while (!scanner.take(CLOSE_BRACE)) {
    readLabel(scanner, labels);
    scanner.takeBlanks();
    if (scanner.take(COMMA)) scanner.takeBlanks();
    else if (!scanner.take(CLOSE_BRACE)) scanner.fail('expected "," or "}" after a label');
    else break;
  }
  if (!Object.hasOwn(labels, '__name__')) scanner.fail('the sample before this place has no metric name');
  return labels;
}

function readLabel(scanner: ExpositionScanner, labels: Record<string, string>): void {
  const isQuoted = scanner.isAtQuote();
  const name = scanner.labelName();
  scanner.takeBlanks();
  if (scanner.take(EQUALS)) {
    scanner.takeBlanks();
    setLabel(scanner, labels, name, scanner.quoted());
  } else if (isQuoted) {
    setLabel(scanner, labels, '__name__', name);
  } else {
    scanner.fail('expected "=" after the name of a label');
  }
}

function setLabel(scanner: ExpositionScanner, labels: Record<string, string>, name: string, value: string): void {
  if (name === '' || (name === '__name__' && value === '')) scanner.fail('the name before this place is empty');
  if (Object.hasOwn(labels, name)) {
    const what = name === '__name__' ? 'a second name' : `label ${name} a second time`;
    scanner.fail(`the sample has ${what} before this place`);
  }
  // Assigned, this name would set the prototype instead.
  if (name === '__proto__')
    Object.defineProperty(labels, name, { value, enumerable: true, writable: true, configurable: true });
  else labels[name] = value;
}
