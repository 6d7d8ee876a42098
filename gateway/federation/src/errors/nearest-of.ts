/** The names that are not much farther from what was written than the nearest of them, in their order. */
export function nearestOf(written: string, names: readonly string[]): readonly string[] {
  const distances = names.map((name) => distanceTo(written.toLowerCase(), name.toLowerCase()));
  const nearest = Math.min(...distances);
  const farthest = Math.max(nearest + 1, nearest * 2);
  return names.filter((_, rank) => distances[rank]! <= farthest);
}

/** How many letters would be changed, added or left out for what was written to begin the name. */
function distanceTo(written: string, name: string): number {
  let before = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...written].entries()) {
    const now = [row + 1];
    for (let at = 1; at <= name.length; at += 1)
      now.push(
        Math.min(before[at]! + 1, now[at - 1]! + 1, before[at - 1]! + (name[at - 1] === letter ? 0 : 1)),
      );
    before = now;
  }
  return Math.min(...before);
}
