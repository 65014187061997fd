/** What this package uses of jsdom. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(
      html: string,
      options?: { readonly runScripts?: 'outside-only'; readonly virtualConsole?: VirtualConsole },
    );
    readonly window: { eval(script: string): unknown; close(): void };
  }
}
