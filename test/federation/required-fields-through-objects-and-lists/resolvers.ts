import type { CreateResolvers } from '../claim.ts';

const rooms = [
  { id: 'r1', area: 10, doors: [1, 2] },
  { id: 'r2', area: 0, doors: [] },
  { id: 'r3', area: null, doors: null },
];
const building = {
  id: 'b1',
  size: { width: 4, depth: 2.5 },
  floors: [[rooms[0], rooms[1]], [rooms[2]]],
  main: null,
  rooms: [rooms[0], null, rooms[1]],
};

interface Room {
  readonly area: number | null;
  readonly doors: readonly number[] | null;
}

export const createResolvers: CreateResolvers = () => ({
  plans: {
    Query: { building: () => building },
    Building: { __resolveReference: () => building },
    Room: { __resolveReference: ({ id }: { id: string }) => rooms.find((room) => room.id === id) },
  },
  heating: {
    Building: {
      footprint: ({ size }: { size: { width: number; depth: number } }) => size.width * size.depth,
      power: ({ floors }: { floors: readonly (readonly Room[])[] }) =>
        floors.flat().reduce((sum, room) => sum + (room.area ?? 0), 0),
      drafts: (given: { rooms: readonly (Room | null)[]; main: Room | null }) =>
        JSON.stringify([given.rooms, given.main]),
    },
    Room: { heater: ({ area, doors }: Room) => `${area} ${JSON.stringify(doors)}` },
  },
});
