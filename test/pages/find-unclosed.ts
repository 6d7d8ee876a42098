const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** The elements of a page that are not closed where they should be: none of one that is well formed. */
export function findUnclosed(html: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, closing, name = '', own] of html.matchAll(
    /<(\/?)([a-z][a-z\d]*)\b(?:"[^"]*"|[^">])*?(\/?)>/g,
  )) {
    if (VOID.has(name) || own === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) faults.push(name);
  }
  return [...faults, ...open];
}
