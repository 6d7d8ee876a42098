import { countEdits } from './count-edits.ts';

/** The names that are not much farther from what was written, or from their beginning, than the nearest of them; in their order. */
export function nearestOf(written: string, names: readonly string[]): readonly string[] {
  const distances = names.map((name) => Math.min(...countEdits(written.toLowerCase(), name.toLowerCase())));
  const nearest = Math.min(...distances);
  const farthest = Math.max(nearest + 1, nearest * 2);
  return names.filter((_, rank) => distances[rank]! <= farthest);
}
