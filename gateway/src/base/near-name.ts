import { countEdits } from '@palier/federation/errors/count-edits';
import { foldText } from './fold-text.ts';

/** The name that was most likely meant by one that is not there; nothing where none is near. */
export function nearName(asked: string, known: readonly string[]): string | undefined {
  const folded = foldText(asked).slice(0, LONGEST);
  const [nearest] = known
    .map((name) => ({ name, edits: countEdits(folded, foldText(name)).at(-1)! }))
    .toSorted((one, other) => one.edits - other.edits);
  return nearest && nearest.edits <= Math.max(1, Math.floor(nearest.name.length / 4))
    ? nearest.name
    : undefined;
}

const LONGEST = 100;

/** « Vouliez-vous dire « exigence » ? », to follow what is refused. */
export function sayNear(asked: string, known: readonly string[]): string {
  const near = nearName(asked, known);
  return near === undefined ? '' : ` Vouliez-vous dire « ${near} » ?`;
}
