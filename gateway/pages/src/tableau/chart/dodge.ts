/**
 * Lays what stands along a line so that nothing covers anything: each takes the lane nearest the line that is free there.
 * @param places where each stands along the line
 * @param gap what two on one lane must leave between them
 * @returns the lane of each: 0 on the line, then 1 and -1 beside it, then 2 and -2
 */
export function dodge(places: readonly number[], gap: number): readonly number[] {
  const lanes: number[][] = [];
  const laneOf = new Array<number>(places.length);
  const inOrder = places
    .map((place, rank) => ({ place, rank }))
    .sort((one, other) => one.place - other.place);
  for (const { place, rank } of inOrder) {
    const found = lanes.findIndex((taken) => place - taken.at(-1)! >= gap);
    const lane = found === -1 ? lanes.push([]) - 1 : found;
    lanes[lane]!.push(place);
    laneOf[rank] = besideLine(lane);
  }
  return laneOf;
}

/** 0, 1, -1, 2, -2… */
const besideLine = (lane: number): number => (lane % 2 === 0 ? 0 - lane / 2 : (lane + 1) / 2);
