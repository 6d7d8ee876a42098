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
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Names under which the answer says where its facts come from, what its figures are worth and where its page ends: no operation has them. */
const SOURCE = '_palierSource';
const SOURCES = '_palierSources';
/** That of one of its fields: « _palierSourceDeEtablissement ». */
const SOURCE_OF = '_palierSourceDe';
const ORIGIN = '_palierOrigine';
const STATUS = '_palierStatut';
const NATURE = '_palierNature';
const RESERVED = '_palierReserve';
const LACKING = `${RESERVED}HorsDuCompte`;
const HOLDING = `${RESERVED}DansLeCompte`;
const PAGE = '_palierPage';

const MARK = '_palier';

/** Whether it is what a client of the graph adds to an operation, which its answer does not show. */
export const isMark = (key: string): boolean => key.startsWith(MARK);

/** The field of counts that says whether the verdicts that they are made of are told. */
const VERDICTS = 'verdictsReserves';
/** Those counts, and what says what each is worth: where verdicts are withheld, the first three lack them, and the last holds them. */
const VERDICT_COUNTS: ReadonlyMap<string, string> = new Map([
  ['conformes', LACKING],
  ['nonConformes', LACKING],
  ['indetermines', LACKING],
  ['sansVerdict', HOLDING],
]);

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
  // Of each object of a file: nothing is made of its other fields.
  for (const key in value) if (key.startsWith(SOURCE_OF) && value[key]) found.push(value[key] as Source);
  const origine = value[ORIGIN];
  if (typeof origine === 'string') found.push({ origine });
  return found;
}

/** What one of its figures is worth, by the mark that says it, or as it was asked: the status of a figure, or the nature of a population. */
export function statusOf(value: Readonly<Record<string, unknown>>, mark = STATUS): string | undefined {
  if (mark === LACKING) return value[RESERVED] === true ? 'RESERVES_EXCLUS' : undefined;
  if (mark === HOLDING) return value[RESERVED] === true ? 'RESERVES_COMPRIS' : undefined;
  const status = value[mark] ?? value[NATURE] ?? value[mark.replace(STATUS, 'statut')];
  return typeof status === 'string' ? status : undefined;
}

/** Whether one of its figures is suppressed, or one that it counted, whichever of its marks says so. */
export const holdsSuppression = (value: Readonly<Record<string, unknown>>): boolean =>
  value[RESERVED] === true ||
  Object.entries(value).some(([key, said]) => key.startsWith(STATUS) && said === 'SUPPRIMEE');

/** The mark that says what a figure is worth: beside others of its kind, that of its own status, « statutAvant » of « valeurAvant »; of a count of verdicts, whether some are withheld. */
export function statusMarkOf(figure: string, fields: Fields): string {
  const counted = VERDICT_COUNTS.get(figure);
  if (counted !== undefined && fields[VERDICTS]) return counted;
  const status = figure.replace(/^valeur/, 'statut');
  return status !== figure && isStatus(fields[status]) ? toStatusMark(status) : STATUS;
}

const isStatus = (field: Fields[string] | undefined): boolean =>
  field?.args.length === 0 && getNamedType(field.type).name === 'StatutFigure';

const toStatusMark = (name: string): string => name.replace(/^statut/, STATUS);

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The same operation, where each object says also where its facts come from, and each page whether it is whole: what a file is
 * to say of every figure, whether or not its operation asks it.
 */
export function withSources(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  return withMarks(document, schema, (type, set) => [
    ...sourceMarksOf(type),
    ...fieldSourceMarksOf(type, set),
    ...pageMarksOf(type, set),
  ]);
}

/** Where a page ends, of an object whose page is asked. */
export function pageMarksOf(type: Marked, { selections }: SelectionSetNode): readonly FieldNode[] {
  const fields = type.getFields();
  const asksPage = selections.some((node) => node.kind === Kind.FIELD && isOfConnection(node, fields));
  return asksPage ? [pageField(fields)] : [];
}

/** Where an operation says, in a column, whether the count of another is not told whole; nothing of another figure. */
export function reserveColumnOf(name: string): string | undefined {
  const [figure] = name.split('.').slice(-1);
  return VERDICT_COUNTS.has(figure!) ? name.slice(0, -figure!.length) + VERDICTS : undefined;
}

/** Whether a field is the elements of a page, of which it can be said whether more follow. */
export function isOfConnection({ name: { value } }: FieldNode, fields: Fields): boolean {
  const { hasNextPage, endCursor } = pageInfoOf(fields);
  return (value === 'nodes' || value === 'edges') && hasNextPage !== undefined && endCursor !== undefined;
}

function pageInfoOf({ pageInfo }: Fields): Fields {
  const type = pageInfo && getNamedType(pageInfo.type);
  return isObjectType(type) ? type.getFields() : {};
}

/** What the page that an object of the answer holds says of its ends. */
export function pageOf(value: Readonly<Record<string, unknown>>): PageEnd {
  return (value[PAGE] as PageEnd | null | undefined) ?? {};
}

interface PageEnd {
  readonly hasNextPage?: unknown;
  readonly hasPreviousPage?: unknown;
  readonly endCursor?: unknown;
}

export type Fields = GraphQLFieldMap<unknown, unknown>;

/** A type whose objects may say more than what is asked of them. */
export type Marked = GraphQLObjectType | GraphQLInterfaceType;

/** The same operation, with what `marksOf` adds to each object, by its type and what is selected of it. */
export function withMarks(
  document: DocumentNode,
  schema: GraphQLSchema,
  marksOf: (type: Marked, set: SelectionSetNode) => readonly FieldNode[],
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(set) {
          const type = types.getParentType();
          if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
          const added = marksOf(type, set);
          return added.length === 0 ? undefined : { ...set, selections: [...set.selections, ...added] };
        },
      },
    }),
  );
}

/** What an object says of where its facts come from, and of what its figures are worth. */
export function sourceMarksOf(type: Marked): readonly FieldNode[] {
  const marks: FieldNode[] = [];
  const fields = type.getFields();
  const { provenance, provenances, origine, nature } = fields;
  if (provenance) marks.push(...sourceField(SOURCE, 'provenance', provenance));
  if (provenances) marks.push(...sourceField(SOURCES, 'provenances', provenances));
  if (origine?.args.length === 0 && !OF_OTHERS.has(type.name)) marks.push(field(ORIGIN, 'origine'));
  for (const [name, other] of Object.entries(fields))
    if (name.startsWith('statut') && isStatus(other)) marks.push(field(toStatusMark(name), name));
  if (fields[VERDICTS]) marks.push(field(RESERVED, VERDICTS));
  if (nature && getNamedType(nature.type).name === 'NaturePopulation') marks.push(field(NATURE, 'nature'));
  return marks;
}

const PROVENANCE_OF = /^provenance(?=[A-Z])/;

/** Where what is selected of it comes from, where that is told apart: `provenanceEtablissement` of `etablissement`. */
function fieldSourceMarksOf(type: Marked, { selections }: SelectionSetNode): readonly FieldNode[] {
  const selected = new Set(selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : [])));
  return Object.entries(type.getFields()).flatMap(([name, source]) => {
    const of = name.replace(PROVENANCE_OF, '');
    const isAsked = selected.has(name) || selected.has(`${of.charAt(0).toLowerCase()}${of.slice(1)}`);
    return of !== name && isAsked ? sourceField(`${SOURCE_OF}${of}`, name, source) : [];
  });
}

/** Types whose `origine` is not that of their own facts: a provenance is asked whole, an absence says what founds a debt. */
const OF_OTHERS: ReadonlySet<string> = new Set(['Provenance', 'Absence']);

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

const ENDS = [field(undefined, 'hasNextPage'), field(undefined, 'endCursor')];
const PAGE_FIELD = field(PAGE, 'pageInfo', ENDS);

const pageField = (fields: Fields): FieldNode =>
  pageInfoOf(fields)['hasPreviousPage'] === undefined
    ? PAGE_FIELD
    : field(PAGE, 'pageInfo', [...ENDS, field(undefined, 'hasPreviousPage')]);
