/** Tells whether a client takes gzip, by its Accept-Encoding: what is said of gzip counts more than what is said of any. */
export function acceptsGzip(header: string | undefined): boolean {
  if (header === undefined || header === '') return false;
  const codings = header.split(',').map(parseCoding);
  const said = codings.find(({ name }) => name === 'gzip') ?? codings.find(({ name }) => name === '*');
  return said?.isWelcome ?? false;
}

function parseCoding(text: string): { readonly name: string; readonly isWelcome: boolean } {
  const [name = '', ...parameters] = text.split(';').map((piece) => piece.trim().toLowerCase());
  return { name, isWelcome: !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) };
}
