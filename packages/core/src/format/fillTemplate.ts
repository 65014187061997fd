/**
 * What stands between braces in a template: `{{ instance }}`. Nothing in it takes longer than the text is, however many
 * braces and spaces a template has.
 */
const PLACE = /\{\{([^{}]*)\}\}/g;

/** Fills in a template: each name in double braces becomes what it stands for. */
export function fillTemplate(template: string, textOf: (name: string) => string): string {
  return template.replace(PLACE, (_, name: string) => textOf(name.trim()));
}

/** Cuts a template at its names: literal texts at even places, names at odd ones. */
export function splitTemplate(template: string): readonly string[] {
  return template.split(PLACE).map((part, index) => (index % 2 === 1 ? part.trim() : part));
}
