/** « L12-15, L20 » as the first and last line of each passage. */
export function readRanges(lignes: string): (readonly [number, number])[] {
  return [...lignes.matchAll(/L(\d+)(?:-(\d+))?/g)].map(([, first, last]) => [
    Number(first),
    Number(last ?? first),
  ]);
}
