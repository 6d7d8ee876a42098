import { foldText } from './fold-text.ts';

/** The name that was most likely meant by one that is not there; nothing where none is near. */
export function nearName(asked: string, known: readonly string[]): string | undefined {
  const folded = foldText(asked).slice(0, LONGEST);
  const [nearest] = known
    .map((name) => ({ name, edits: countEdits(folded, foldText(name)) }))
    .toSorted((one, other) => one.edits - other.edits);
  return nearest && nearest.edits <= Math.max(1, Math.floor(nearest.name.length / 4))
    ? nearest.name
    : undefined;
}

const LONGEST = 100;

/** How many letters are added, left out, replaced, or exchanged with the next. */
function countEdits(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isExchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          rows[i - 1]![j]! + 1,
          row[j - 1]! + 1,
          rows[i - 1]![j - 1]! + (isSame ? 0 : 1),
          isExchanged ? rows[i - 2]![j - 2]! + 1 : Infinity,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}

/** « Vouliez-vous dire « exigence » ? », to follow what is refused. */
export function sayNear(asked: string, known: readonly string[]): string {
  const near = nearName(asked, known);
  return near === undefined ? '' : ` Vouliez-vous dire « ${near} » ?`;
}
