const MAX_LENGTH = 60;

/** Returns an id made of a name: `System Overview` gives `system-overview`. A name without letters or digits gives the fallback. */
export function slugOf(name: string, fallback: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, MAX_LENGTH).replace(/-$/, '');
  return slug === '' ? fallback : slug;
}

/** Returns the slug, or the slug with the smallest number from 2 on that makes it differ from all that are taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
