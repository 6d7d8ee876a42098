import { SelectionWalk } from '@palier/adresses/selection-walk';
import {
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { JsonSchema, ObjectSchema } from './json-schema.ts';

/** What a tool answers, from what its operation selects; then what every answer says of itself. */
export function toOutputSchema(document: DocumentNode, schema: GraphQLSchema): ObjectSchema {
  const walk = new SelectionWalk(document, schema);
  return withClaims({ ...schemaOfFields(walk.roots(), walk), type: ['object', 'null'] });
}

function schemaOfFields(selected: ReturnType<SelectionWalk['fieldsOf']>, walk: SelectionWalk): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const { key, node, field } of selected) {
    const made = field ? schemaOfType(field.type, node.selectionSet, walk) : ({ type: 'string' } as const);
    properties[key] = merge(properties[key], {
      ...made,
      ...(field?.description && { description: field.description }),
    });
  }
  return { type: 'object', properties };
}

/** Selected twice, an object has the fields of both. */
const merge = (known: JsonSchema | undefined, made: JsonSchema): JsonSchema =>
  known?.properties && made.properties
    ? { ...known, properties: { ...known.properties, ...made.properties } }
    : made;

const SCALARS: Readonly<Record<string, string>> = { Int: 'integer', Float: 'number', Boolean: 'boolean' };

function schemaOfType(
  type: GraphQLOutputType,
  set: SelectionSetNode | undefined,
  walk: SelectionWalk,
): JsonSchema {
  const bare = getNullableType(type);
  const orNull = (kind: string): string | readonly string[] => (isNonNullType(type) ? kind : [kind, 'null']);
  if (isListType(bare)) return { type: orNull('array'), items: schemaOfType(bare.ofType, set, walk) };
  const named = getNamedType(type);
  if (set) return { ...schemaOfFields(walk.fieldsOf(set, named), walk), type: orNull('object') };
  return { type: orNull(SCALARS[named.name] ?? 'string') };
}

const texts = (...names: readonly string[]): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(names.map((name) => [name, { type: ['string', 'null'] }]));
const WHERE: Readonly<Record<string, JsonSchema>> = {
  nombre: { type: 'integer' },
  chemins: { type: 'array', items: { type: 'string' } },
};
const listOf = (description: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    properties: { ...properties, ...WHERE },
  },
});
const labelled: JsonSchema = { type: ['object', 'null'], properties: texts('code', 'nom', 'enonce') };

export const CLAIMS: Readonly<Record<string, JsonSchema>> = {
  citations: listOf('Ce que citent les faits de `data`.', {
    ...texts('document', 'titre', 'section', 'lignes'),
    origine: { type: 'string' },
  }),
  conflits: listOf('Écarts entre les textes dont dépend `data`, et ce que dit chacun des côtés.', {
    ...texts('code', 'titre'),
    cotes: { type: ['array', 'null'], items: { type: 'object', properties: texts('source', 'dit') } },
  }),
  absences: listOf('Ce qui manque dans `data`, et qui le doit.', {
    motif: { type: 'string' },
    ...texts('origine'),
    doitRepondre: labelled,
    mandat: labelled,
  }),
  demonstration: { type: 'boolean', description: 'Vrai dès qu’une donnée est fictive.' },
  avertissement: { type: ['string', 'null'] },
  lu: { type: 'string', description: 'Instant de la lecture.' },
  asOf: { type: ['string', 'null'], description: 'Instant passé qui a été lu ; nul pour maintenant.' },
  versions: { type: 'object', description: 'Version des données de chaque palier lu.' },
  adresse: { type: 'string', description: 'Ce que prend `verifier`, suivi de « # » et d’un pointeur JSON.' },
  suite: { type: ['string', 'null'], description: 'À donner à `after` pour lire la suite.' },
  listesIncompletes: {
    type: 'object',
    description: 'Listes de `data` données en partie, sans que `after` en lise la suite.',
    properties: WHERE,
  },
  erreurs: { type: 'array', items: { type: 'object' }, description: 'Ce qui n’a pu être dit.' },
};

/** Of a tool that reads the graph, whatever its data are. */
export function withClaims(data: JsonSchema): ObjectSchema {
  const properties = { data, ...CLAIMS };
  return { type: 'object', properties, required: Object.keys(properties) };
}
