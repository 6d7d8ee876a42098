/**
 * Lays what stands along a line so that nothing covers anything: each goes to the parallel nearest the line that is free there.
 * @param places where each stands along the line
 * @param gap what two on one parallel must leave between them
 * @returns how far from the line each is: 0 on it, then 1 and -1 beside it, then 2 and -2
 */
export function dodge(places: readonly number[], gap: number): readonly number[] {
  const parallels: number[][] = [];
  const offsets = new Array<number>(places.length);
  const inOrder = places
    .map((place, rank) => ({ place, rank }))
    .sort((one, other) => one.place - other.place);
  for (const { place, rank } of inOrder) {
    const found = parallels.findIndex((taken) => place - taken.at(-1)! >= gap);
    const parallel = found === -1 ? parallels.push([]) - 1 : found;
    parallels[parallel]!.push(place);
    offsets[rank] = besideLine(parallel);
  }
  return offsets;
}

/** 0, 1, -1, 2, -2… */
const besideLine = (parallel: number): number => (parallel % 2 === 0 ? 0 - parallel / 2 : (parallel + 1) / 2);
