import * as data from './data.ts';

type Resolvers = Record<string, Record<string, unknown>>;
interface Keyed {
  readonly id?: string;
  readonly code?: string;
  readonly distance?: number;
  readonly altitude?: number;
}

const peopleById = new Map(data.people.map((person) => [person.id, person]));
const placesByCode = new Map(data.places.map((place) => [place.code, place]));
const visitsById = new Map(data.visits.map((visit) => [visit.id, visit]));
const visitsByPerson = groupBy('visitor');
const visitsByPlace = groupBy('place');

function groupBy(key: 'visitor' | 'place'): Map<string, data.Visit[]> {
  const groups = new Map<string, data.Visit[]>();
  for (const visit of data.visits) groups.set(visit[key], [...(groups.get(visit[key]) ?? []), visit]);
  return groups;
}

const peopleResolvers: Resolvers = {
  Query: { people: () => data.people },
  Person: { __resolveReference: ({ id }: Keyed) => peopleById.get(id!) },
};

const placesResolvers: Resolvers = {
  Query: {
    topPlaces: (_: unknown, { first }: { first: number }) => data.places.slice(0, first),
    places: (_: unknown, { first }: { first: number }) => data.places.slice(0, first),
  },
  Place: { __resolveReference: ({ code }: Keyed) => placesByCode.get(code!) },
};

const visitsResolvers: Resolvers = {
  Query: { latestVisit: () => data.visits.at(-1) },
  Visit: {
    __resolveReference: ({ id }: Keyed) => visitsById.get(id!),
    visitor: ({ visitor }: data.Visit) => ({ id: visitor }),
    place: ({ place }: data.Visit) => ({ code: place }),
  },
  Person: { visits: ({ id }: Keyed) => visitsByPerson.get(id!) ?? [] },
  Place: { visits: ({ code }: Keyed) => visitsByPlace.get(code!) ?? [] },
};

const weatherResolvers: Resolvers = {
  Place: {
    open: ({ code }: Keyed) => data.isOpen(code!),
    travelMinutes: ({ distance, altitude }: Keyed) => data.travelMinutes(distance!, altitude!),
  },
};

export const resolversOf: Readonly<Record<string, Resolvers>> = {
  people: peopleResolvers,
  places: placesResolvers,
  visits: visitsResolvers,
  weather: weatherResolvers,
};

/** All four as one server, without federation: the same answers from memory. */
export const wholeResolvers: Resolvers = {
  Query: { ...peopleResolvers['Query'], ...placesResolvers['Query'], ...visitsResolvers['Query'] },
  Visit: {
    visitor: ({ visitor }: data.Visit) => peopleById.get(visitor),
    place: ({ place }: data.Visit) => placesByCode.get(place),
  },
  Person: { visits: visitsResolvers['Person']!['visits'] },
  Place: { visits: visitsResolvers['Place']!['visits'], ...weatherResolvers['Place'] },
};
