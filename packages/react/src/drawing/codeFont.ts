/** The font of code in pictures. The one that comes with the server stands first: its painter looks no further. */
export const CODE_FONT = "'DejaVu Sans Mono', Menlo, Consolas, monospace";
