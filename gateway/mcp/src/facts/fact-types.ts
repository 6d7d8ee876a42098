import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { prepareText } from '@palier/adresses/readable-operation';
import { listVariables, type DeclaredVariable } from '@palier/adresses/read-variables';
import { Refusal } from '@palier/gateway/errors/errors';
import { slugOf } from '@palier/pages/fact-types/fact-types';
import { toAsked, type AskedReading } from '../claims/asked-reading.ts';
import { quote, readVariablesOf } from '../tool/read-arguments.ts';

/** What is read of one thing, by its type and its code. */
export interface FactTypes {
  readonly names: readonly string[];
  /** The type that addresses name so: « territoire-clsc »; what is given, when none does. */
  named(slug: string): string;
  /** @throws {Refusal} BAD_USER_INPUT of a type that is none, or a code that cannot be one */
  ask(type: string, code: string): { readonly asked: AskedReading; readonly variables: { code?: string } };
}

type Field = GraphQLField<unknown, unknown>;

/** Every type that a field at the root reads by a code alone, then those that the search finds, then those of a whole list. */
export function createFactTypes(schema: GraphQLSchema): FactTypes {
  const facts = new Map<string, () => Fact>();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    if (isObjectType(type) && keyOf(field) !== undefined && !facts.has(type.name))
      facts.set(type.name, () => prepareFact(textByCode(field, type), schema));
  }
  for (const type of listFound(schema))
    if (!facts.has(type.name)) facts.set(type.name, () => prepareFact(textBySearch(type), schema, pickFound));
  for (const { field, type } of listWhole(schema))
    if (!facts.has(type.name))
      facts.set(type.name, () => prepareFact(textOfList(field, type), schema, pickListed));
  const names = [...facts.keys()].sort();
  const bySlug = new Map(names.map((name) => [slugOf(name), name]));
  const prepared = new Map<string, Fact>();
  return {
    names,
    named: (slug) => bySlug.get(slug) ?? slug,
    ask(type, code) {
      const prepare = facts.get(type);
      if (!prepare)
        throw new Refusal('BAD_USER_INPUT', {
          detail: `Le type ${quote(type)} est inconnu. Attendu : ${names.join(', ')}.`,
          facts: { argument: 'type' },
        });
      let fact = prepared.get(type);
      if (!fact) prepared.set(type, (fact = prepare()));
      const { asked, pick, declared } = fact;
      const variables = declared.length === 0 ? {} : { code };
      readVariablesOf(declared, variables);
      return { asked: pick ? { ...asked, reshape: (data) => pick(data, code) } : asked, variables };
    },
  };
}

interface Fact {
  readonly asked: AskedReading;
  readonly declared: readonly DeclaredVariable[];
  readonly pick: Pick | undefined;
}

/** Takes the thing of this very code out of what was read. */
type Pick = (data: unknown, code: string) => unknown;

/** Its one argument that must be given, when it names one thing. */
export function keyOf({ args }: Field): GraphQLArgument | undefined {
  const [key, ...others] = args.filter(({ type }) => isNonNullType(type));
  return key && others.length === 0 && ['code', 'id'].includes(key.name) ? key : undefined;
}

function textByCode(field: Field, type: GraphQLObjectType): string {
  const key = keyOf(field)!;
  return `query LireFait($code: ${String(key.type)}) { fait: ${field.name}(${key.name}: $code) { ${selectFact(type)} } }`;
}

/** Types of what the search finds; none through a contract that hides it. */
function listFound(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const found = schema.getType('RechercheResultat');
  const entity = isObjectType(found) && found.getFields()['entite'];
  const union = entity ? getNamedType(entity.type) : undefined;
  const isOffered = schema.getQueryType()?.getFields()['recherche'] !== undefined;
  return isOffered && isUnionType(union) ? union.getTypes() : [];
}

const textBySearch = (type: GraphQLObjectType): string =>
  `query LireFait($code: String!) { recherche(texte: $code, types: ["${type.name}"], first: 1) { nodes { code entite { ... on ${type.name} { ${selectFact(type)} } } } } }`;

/** A search gives what is nearest: another code is another thing. */
const pickFound: Pick = (data, code) => {
  const { recherche } = (data ?? {}) as {
    readonly recherche?: { readonly nodes: readonly { readonly code: string; readonly entite: unknown }[] };
  };
  const [found] = recherche?.nodes ?? [];
  return { fait: found?.code === code ? found.entite : null };
};

/** Lists that the root gives whole, of things that have a code and a source. */
function listWhole(
  schema: GraphQLSchema,
): readonly { readonly field: Field; readonly type: GraphQLObjectType }[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const type = getNamedType(field.type);
    const isWhole =
      isListType(getNullableType(field.type)) && !field.args.some(({ type: asked }) => isNonNullType(asked));
    if (!isWhole || !isObjectType(type)) return [];
    const { code, provenance } = type.getFields();
    return code && provenance ? [{ field, type }] : [];
  });
}

const textOfList = (field: Field, type: GraphQLObjectType): string =>
  `query LireFait { fait: ${field.name} { ${selectFact(type)} } }`;

const pickListed: Pick = (data, code) => {
  const { fait } = (data ?? {}) as { readonly fait?: readonly ({ readonly code: string } | null)[] | null };
  return { fait: fait?.find((one) => one?.code === code) ?? null };
};

function prepareFact(text: string, schema: GraphQLSchema, pick?: Pick): Fact {
  const prepared = prepareText({ id: 'lire_fait', text, document: parse(text) }, schema);
  return {
    asked: toAsked(prepared, schema),
    declared: listVariables(prepared.definition, schema),
    pick,
  };
}

/** Said apart, or not of the thing itself: where it comes from, what it was, what the caller may do. */
const APART: ReadonlySet<string> = new Set([
  'provenance',
  'provenances',
  'absence',
  'versions',
  'actionsPossibles',
]);
const LABELS = ['code', 'id', 'nom', 'titre', 'enonce'];

/** Its values, and those of what is part of it; of other things, their codes and names. */
function selectFact(type: GraphQLObjectType): string {
  return plainFields(type)
    .flatMap((field) => {
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return [field.name];
      if (!isObjectType(inner) || inner.name.endsWith('Connection')) return [];
      const leaves = plainFields(inner).filter(({ type: leaf }) => isLeafType(getNamedType(leaf)));
      const isThing = leaves.some(({ name }) => name === 'code' || name === 'id');
      const wanted = leaves.map(({ name }) => name).filter((name) => !isThing || LABELS.includes(name));
      return wanted.length === 0 ? [] : [`${field.name} { ${wanted.join(' ')} }`];
    })
    .join(' ');
}

const plainFields = (type: GraphQLObjectType): readonly Field[] =>
  Object.values(type.getFields()).filter(({ name, args }) => args.length === 0 && !APART.has(name));
