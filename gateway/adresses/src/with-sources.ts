import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLFieldMap,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Names under which the answer says where its facts come from, what its figures are worth and where its page ends: no operation has them. */
const SOURCE = '_palierSource';
const SOURCES = '_palierSources';
const ORIGIN = '_palierOrigine';
const STATUS = '_palierStatut';
const NATURE = '_palierNature';
export const PAGE = '_palierPage';

const MARK = '_palier';

/** Whether it is what a client of the graph adds to an operation, which its answer does not show. */
export const isMark = (key: string): boolean => key.startsWith(MARK);

/** Where a fact comes from, as far as the graph says it. */
export interface Source {
  readonly origine: string;
  readonly document?: { readonly code: string } | null;
  readonly section?: string | null;
  readonly lignes?: string | null;
}

/** What an object of the answer says of its own facts. */
export function sourcesOf(value: Readonly<Record<string, unknown>>): readonly Source[] {
  const found: Source[] = [];
  for (const given of [value[SOURCE], ...toList(value[SOURCES])]) if (given) found.push(given as Source);
  const origine = value[ORIGIN];
  if (typeof origine === 'string') found.push({ origine });
  return found;
}

/** What its figures are worth: the status of a figure, or the nature of a population. */
export function statusOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const status = value[STATUS] ?? value[NATURE];
  return typeof status === 'string' ? status : undefined;
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The same operation, where each object says also where its facts come from, and each page of `paged` where it ends: what
 * a file is to say of every figure, whether or not its operation asks it.
 */
export function withSources(
  document: DocumentNode,
  schema: GraphQLSchema,
  paged: FieldNode | undefined,
): DocumentNode {
  return withMarks(document, schema, (fields, parent) => {
    const marks = sourceMarksOf(fields);
    return paged !== undefined && parent === paged ? [...marks, PAGE_FIELD] : marks;
  });
}

export type Fields = GraphQLFieldMap<unknown, unknown>;

/** The same operation, with what `marksOf` adds to each object, by the fields of its type and the node that selects it. */
export function withMarks(
  document: DocumentNode,
  schema: GraphQLSchema,
  marksOf: (fields: Fields, parent: unknown) => readonly FieldNode[],
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(set, _key, parent) {
          const type = types.getParentType();
          if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
          const added = marksOf(type.getFields(), parent);
          return added.length === 0 ? undefined : { ...set, selections: [...set.selections, ...added] };
        },
      },
    }),
  );
}

/** What an object says of where its facts come from, and of what its figures are worth. */
export function sourceMarksOf(fields: Fields): readonly FieldNode[] {
  const marks: FieldNode[] = [];
  const { provenance, provenances, origine, nodes, absence, statut, nature } = fields;
  if (provenance) marks.push(...sourceField(SOURCE, 'provenance', provenance));
  if (provenances) marks.push(...sourceField(SOURCES, 'provenances', provenances));
  // Of what it gathers: a page, a ranking.
  if (origine?.args.length === 0 && (nodes ?? absence)) marks.push(field(ORIGIN, 'origine'));
  if (statut && getNamedType(statut.type).name === 'StatutFigure') marks.push(field(STATUS, 'statut'));
  if (nature && getNamedType(nature.type).name === 'NaturePopulation') marks.push(field(NATURE, 'nature'));
  return marks;
}

/** A contract may hide any of it. */
function sourceField(alias: string, name: string, { type, args }: Fields[string]): readonly FieldNode[] {
  const named = getNamedType(type);
  if (!isObjectType(named) || args.length > 0) return [];
  const { origine, document, section, lignes } = named.getFields();
  if (!origine) return [];
  const documentType = document && getNamedType(document.type);
  const hasCode = isObjectType(documentType) && documentType.getFields()['code'] !== undefined;
  return [
    field(alias, name, [
      field(undefined, 'origine'),
      ...(section ? [field(undefined, 'section')] : []),
      ...(lignes ? [field(undefined, 'lignes')] : []),
      ...(hasCode ? [field(undefined, 'document', [field(undefined, 'code')])] : []),
    ]),
  ];
}

/** A field that a mark selects, under its own name or an alias. */
export function field(alias: string | undefined, name: string, selections?: readonly FieldNode[]): FieldNode {
  const selectionSet: SelectionSetNode | undefined = selections && {
    kind: Kind.SELECTION_SET,
    selections,
  };
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias !== undefined && { alias: { kind: Kind.NAME, value: alias } }),
    ...(selectionSet && { selectionSet }),
  };
}

export const PAGE_FIELD = field(PAGE, 'pageInfo', [
  field(undefined, 'hasNextPage'),
  field(undefined, 'endCursor'),
]);
