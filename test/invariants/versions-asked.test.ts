import { readdirSync, readFileSync } from 'node:fs';
import {
  getNamedType,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, it } from 'vitest';
import { readPublicApi } from './public-api.ts';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);
const api = readPublicApi();
const files = readdirSync(OPERATIONS).filter((file) => file.startsWith('fait-'));

interface Asked {
  readonly file: string;
  /** The type of the versions, and what is asked of each. */
  readonly version: GraphQLObjectType;
  readonly names: readonly string[];
}

/** What a page asks of the versions of its fact. */
function listAsked(file: string): readonly Asked[] {
  const asked: Asked[] = [];
  const types = new TypeInfo(api);
  visit(
    parse(readFileSync(new URL(file, OPERATIONS), 'utf8')),
    visitWithTypeInfo(types, {
      Field({ name, selectionSet }) {
        const version = getNamedType(types.getType());
        if (name.value === 'versions' && isObjectType(version))
          asked.push({ file, version, names: namesOf(selectionSet) });
      },
    }),
  );
  return asked;
}

const namesOf = (set: SelectionSetNode | undefined): readonly string[] =>
  (set?.selections ?? []).flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));

it('the page of a fact asks the versions of each type that keeps them', () => {
  const kept = files.filter((file) => {
    const types = new TypeInfo(api);
    let keeps = false;
    visit(
      parse(readFileSync(new URL(file, OPERATIONS), 'utf8')),
      visitWithTypeInfo(types, {
        Field({ alias }) {
          const type = getNamedType(types.getType());
          if (alias?.value === 'fait' && isObjectType(type)) keeps = 'versions' in type.getFields();
        },
      }),
    );
    return keeps;
  });
  expect(kept.length).toBeGreaterThan(30);
  expect(files.flatMap(listAsked).map(({ file }) => file)).toEqual(kept);
});

it.each(files.flatMap(listAsked).map((asked) => [asked.file, asked] as const))(
  'two versions that differ are two that read otherwise: %s',
  (_, { version, names }) => {
    const told = Object.values(version.getFields())
      .filter(
        ({ name, type }) => isLeafType(getNamedType(type)) || /^(provenance|parActe|finiParActe)$/.test(name),
      )
      .map(({ name }) => name);
    expect([...names].sort()).toEqual(told.sort());
  },
);
