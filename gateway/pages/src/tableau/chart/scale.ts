/** From values to places, and the round values in between. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/**
 * One value alone needs no axis: it stands in the middle. Between whole values, ticks are whole.
 * @param values what is to stand on it. @param range where they are drawn. @param count about how many ticks
 */
export function linearScale(
  values: readonly number[],
  [from, to]: readonly [number, number],
  count: number,
): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return { at: () => (from + to) / 2, ticks: [low] };
  const step = Math.max(roundStep((high - low) / count), values.every(Number.isInteger) ? 1 : 0);
  const first = Math.floor(low / step) * step;
  const last = Math.max(Math.ceil(high / step) * step, first + step);
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, rank) =>
    // Steps of a tenth do not add up exactly in binary.
    Number((first + rank * step).toPrecision(12)),
  );
  return { at: (value) => from + ((value - first) / (last - first)) * (to - from), ticks };
}

/** 1, 2 or 5, and zeros. */
function roundStep(wanted: number): number {
  const unit = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((factor) => factor * unit).find((step) => step >= wanted * 0.999) ?? 10 * unit;
}
