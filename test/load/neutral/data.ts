/** A small world, the same on every machine: some people, the places they visit, and many more places. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly distance: number;
  readonly altitude: number;
}

export interface Visit {
  readonly id: string;
  readonly comment: string;
  readonly visitor: string;
  readonly place: string;
}

const PEOPLE = 6;
const VISITED_PLACES = 9;
const PLACES = 1000;
const VISITS = 24;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

export const people: readonly Person[] = range(PEOPLE).map((rank) => ({
  id: `p${rank}`,
  name: `Person number ${rank}`,
  handle: `walker-${rank}`,
}));

export const places: readonly Place[] = range(PLACES).map((rank) => ({
  code: `pl-${rank}`,
  name: `Place called ${rank}`,
  region: `Region ${(rank % 18) + 1}`,
  distance: (rank * 37) % 900,
  altitude: (rank * 53) % 1200,
}));

export const visits: readonly Visit[] = range(VISITS).map((rank) => ({
  id: `v${rank}`,
  comment: `A fine walk, number ${rank}, with a view worth the climb`,
  visitor: `p${(rank % PEOPLE) + 1}`,
  place: `pl-${((rank * 5) % VISITED_PLACES) + 1}`,
}));

export const isOpen = (code: string): boolean => Number(code.slice(3)) % 3 !== 0;

export const travelMinutes = (distance: number, altitude: number): number =>
  distance * 2 + Math.round(altitude / 10);
