// The one host type that crosses the contracts. Declared here so that the package compiles without DOM and Node types;
// files like this are not emitted, so a consumer's own AbortSignal is the one it sees.
interface AbortSignal {
  readonly aborted: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: must be identical to the declaration in lib.dom.d.ts to merge with it
  readonly reason: any;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
