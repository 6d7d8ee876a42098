import { describe, expect, it } from 'vitest';
import { findOwnershipFaults } from './ownership.ts';

const url = 'http://127.0.0.1';
const MSSS = {
  name: 'msss',
  url,
  sdl: `type TerritoireClsc @key(fields: "code") { code: ID! nom: String! }
type Provenance @shareable { origine: String }`,
};

const messagesOf = (...others: { name: string; sdl: string }[]): string[] =>
  findOwnershipFaults([MSSS, ...others.map((other) => ({ ...other, url }))]).map(({ message }) => message);

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
