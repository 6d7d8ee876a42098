import { describe, expect, it } from 'vitest';
import { findNullabilityFaults } from './nullability.ts';

const url = 'http://127.0.0.1';
const MSSS = {
  name: 'msss',
  url,
  sdl: `type TerritoireClsc @key(fields: "code") { code: ID! nom: String! region: Region! }
type Region @key(fields: "code") { code: ID! nom: String! }
type Provenance @shareable { origine: String! }`,
};

const faultsOf = (sdl: string): string[] => findNullabilityFaults([MSSS, { name: 'sante-quebec', url, sdl }]);

const TERRITOIRE = 'type TerritoireClsc @key(fields: "code") { code: ID! %s }';
const REGION = 'type Region @key(fields: "code", resolvable: false) { code: ID! }';

describe('the rule of what may be null', () => {
  it.each([
    ['a root field that may be null', 'type Query { outils: [Outil!] } type Outil { code: ID! }'],
    ['what a level says of its own types', 'type Outil { code: ID! noms: [String!]! }'],
    ['a value type that all levels share', 'type Outil { provenance: Provenance! }'],
    [
      'the key that a level repeats, and what it marks external',
      TERRITOIRE.replace('%s', 'nom: String! @external'),
    ],
    ['what another level owns, null throughout', `${REGION} type Outil { region: Region regions: [Region] }`],
    ['a field added to another level’s type', TERRITOIRE.replace('%s', 'bilan: String')],
  ])('lets be %s', (_, sdl) => {
    expect(faultsOf(sdl)).toEqual([]);
  });

  it.each([
    [
      'a root field',
      'type Query {\n  outils: [Outil!]!\n} type Outil { code: ID! }',
      /ligne 2 : Query\.outils est un champ racine/,
    ],
    [
      'a root field of Mutation',
      'extend type Mutation { noter: Boolean! }',
      /Mutation\.noter est un champ racine/,
    ],
    [
      'a field that gives what another level owns',
      `${REGION} type Outil { region: Region! }`,
      /Outil\.region donne Region, qui appartient à msss/,
    ],
    [
      'the items of a list of them',
      `${REGION} type Outil { regions: [Region!] }`,
      /Outil\.regions donne Region/,
    ],
    ['a list of them', `${REGION} type Outil { regions: [Region]! }`, /Outil\.regions donne Region/],
    [
      'a field added to another level’s type',
      TERRITOIRE.replace('%s', 'bilan: String!'),
      /TerritoireClsc\.bilan s’ajoute à un type qui appartient à msss/,
    ],
    [
      'a field computed from what another level gives',
      'type Outil @key(fields: "code") { code: ID! nom: String @external verdict: String! @requires(fields: "nom") }',
      /Outil\.verdict attend d’un autre palier/,
    ],
  ])('refuses that %s admit no null, naming the file, the line and what to write', (_, sdl, message) => {
    const faults = faultsOf(sdl);
    expect(faults).toEqual([expect.stringMatching(message)]);
    expect(faults[0]).toMatch(/^schema\/sante-quebec\.graphql, ligne \d+ : .* « nullable: true »/);
  });
});
