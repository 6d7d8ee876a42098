import { describe, expect, it } from 'vitest';
import { findOwnershipFaults } from './ownership-faults.ts';

const url = 'http://127.0.0.1';
const MSSS = {
  name: 'msss',
  url,
  sdl: `type TerritoireClsc @key(fields: "code") { code: ID! nom: String! }
type Provenance @shareable { origine: String }`,
};

interface Other {
  readonly name: string;
  readonly sdl: string;
  readonly mutations?: readonly string[];
}

const messagesOf = (...others: Other[]): string[] =>
  findOwnershipFaults([MSSS, ...others.map((other) => ({ ...other, url }))]);

describe('the ownership rules', () => {
  it('let a level add the fields it was granted, and repeat a key', () => {
    const sdl = 'type TerritoireClsc @key(fields: "code") { code: ID! bilan: String }';
    expect(messagesOf({ name: 'sante-quebec', sdl })).toEqual([]);
  });

  it('let a level read what it marks external, and share value types', () => {
    const sdl =
      'type TerritoireClsc @key(fields: "code") { code: ID! nom: String @external } type Provenance @shareable { origine: String }';
    expect(messagesOf({ name: 'etablissements', sdl })).toEqual([]);
  });

  it('refuse a field of another level, naming the level, the field, the file and the line', () => {
    const sdl = 'type TerritoireClsc @key(fields: "code") {\n  code: ID!\n  nom: String @shareable\n}';
    expect(messagesOf({ name: 'etablissements', sdl })).toEqual([
      expect.stringMatching(
        /schema\/etablissements\.graphql, ligne 3 : etablissements définit TerritoireClsc\.nom.*appartient à msss/,
      ),
    ]);
  });

  it('refuse a granted field to a level that was not granted it', () => {
    const sdl = 'extend type TerritoireClsc { bilan: String }';
    expect(messagesOf({ name: 'etablissements', sdl })).toHaveLength(1);
  });

  it('refuse a type that two levels define without a rule', () => {
    const sdl = 'type Nouveau { a: Int }';
    expect(messagesOf({ name: 'sante-quebec', sdl }, { name: 'etablissements', sdl })).toHaveLength(2);
  });

  it('refuse a level that takes a type for itself while its owner is away', () => {
    expect(messagesOf({ name: 'etablissements', sdl: 'type Standard { enonce: String }' })).toHaveLength(1);
  });
});

describe('a mutation', () => {
  const stub = 'type TerritoireClsc @key(fields: "code", resolvable: false) { code: ID! }';
  const result = (type: string) => `type Resultat { acte: Acte! entite: ${type} } type Acte { numero: Int! }`;

  it('is an act that its level declares, on what is its own', () => {
    const sdl = `type Mutation { agir(cle: ID!): Resultat } ${result('Constat')}
      type Constat @key(fields: "id") { id: ID! territoire: TerritoireClsc } ${stub}`;
    expect(messagesOf({ name: 'etablissements', sdl, mutations: ['agir'] })).toEqual([]);
  });

  it('is refused when its level declares no such act, naming the level, the mutation, the file and the line', () => {
    const sdl = 'type Mutation {\n  agir(cle: ID!): Boolean\n}';
    expect(messagesOf({ name: 'etablissements', sdl, mutations: ['saisirMesures'] })).toEqual([
      expect.stringMatching(
        /schema\/etablissements\.graphql, ligne 2 : etablissements définit Mutation\.agir, qui n’est pas un acte de ce palier/,
      ),
    ]);
  });

  it.each([
    ['itself', `type Mutation { agir: TerritoireClsc } ${stub}`],
    ['in a list', `type Mutation { agir: [TerritoireClsc!]! } ${stub}`],
    ['in its result', `type Mutation { agir: Resultat } ${result('TerritoireClsc')} ${stub}`],
    [
      'far inside its result',
      `type Mutation { agir: Dehors } type Dehors { dedans: [Resultat] } ${result('TerritoireClsc')} ${stub}`,
    ],
    [
      'in a union',
      `type Mutation { agir: Lequel } union Lequel = Rien | TerritoireClsc type Rien { a: Int } ${stub}`,
    ],
    [
      'behind an interface',
      `type Mutation { agir: Nomme } interface Nomme { code: ID! }
       type TerritoireClsc implements Nomme @key(fields: "code", resolvable: false) { code: ID! }`,
    ],
    ['by an extension', `extend type Mutation { agir: TerritoireClsc } ${stub}`],
  ])('is refused on an entity of another level: %s', (_where, sdl) => {
    expect(messagesOf({ name: 'etablissements', sdl, mutations: ['agir'] })).toEqual([
      expect.stringMatching(
        /etablissements définit Mutation\.agir, un acte sur TerritoireClsc, qui appartient à msss/,
      ),
    ]);
  });

  it('is refused on an entity that another level alone tells, without a rule for it', () => {
    const theirs = {
      name: 'sante-quebec',
      sdl: 'type Campagne @key(fields: "code") { code: ID! nom: String }',
    };
    const sdl =
      'type Mutation { fermer: Campagne } type Campagne @key(fields: "code", resolvable: false) { code: ID! }';
    expect(messagesOf(theirs, { name: 'etablissements', sdl, mutations: ['fermer'] })).toEqual([
      expect.stringMatching(/Mutation\.fermer, un acte sur Campagne, qui appartient à sante-quebec/),
    ]);
  });

  it('is let by the owner of an entity, by its name', () => {
    const theirs = {
      name: 'etablissements',
      sdl: 'type Reddition @key(fields: "id") { id: ID! etat: String }',
    };
    const sdl = (name: string) =>
      `type Mutation { ${name}: Reddition } type Reddition @key(fields: "id") { id: ID! examen: String }`;
    const byName = (name: string) =>
      messagesOf(theirs, { name: 'sante-quebec', sdl: sdl(name), mutations: [name] });
    expect(byName('retournerReddition')).toEqual([]);
    expect(byName('saisirMesures')).toHaveLength(1);
  });

  it('is refused under a name that is already that of another level, to both', () => {
    const sdl = 'type Mutation { agir: Boolean @shareable }';
    expect(
      messagesOf(
        { name: 'sante-quebec', sdl, mutations: ['agir'] },
        { name: 'etablissements', sdl, mutations: ['agir'] },
      ),
    ).toEqual([
      expect.stringMatching(
        /sante-quebec définit Mutation\.agir, qui est déjà une mutation du palier etablissements/,
      ),
      expect.stringMatching(
        /etablissements définit Mutation\.agir, qui est déjà une mutation du palier sante-quebec/,
      ),
    ]);
  });
});
