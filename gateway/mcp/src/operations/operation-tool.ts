import type { GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { ReadableOperation } from '@palier/adresses/readable-operation';
import { Refusal } from '@palier/gateway/errors/errors';
import { listVariables } from '@palier/adresses/read-variables';
import { fitsAddress, writeAddress } from '@palier/adresses/write-address';
import { readOperation, toAsked, type AskedReading } from '../claims/asked-reading.ts';
import { type AskedThing, toContent } from '../claims/answer-content.ts';
import { toInputSchema } from '../tool/input-schema.ts';
import { toOutputSchema } from '../tool/output-schema.ts';
import { readAsOf, readVariablesOf } from '../tool/read-arguments.ts';
import type { Tool } from '../tool/tool.ts';

/** Elements of a page, unless the assistant says how many: what it reads stands in its memory. */
const PAGE_SIZE = 50;

/** More of a page would be longer than an answer may be, and what it reads than the graph gives. */
const MOST_OF_PAGE = 200;

/** The address of what was read, from the root of the site: by its variables, and its instant when it is a past one. */
type AddressOf = (
  path: string,
  variables: Readonly<Record<string, unknown>>,
  asOf: string | undefined,
) => string;

/** A tool that runs an operation. */
export function toOperationTool(
  name: string,
  prepared: ReadableOperation,
  schema: GraphQLSchema,
  address: AddressOf,
): Tool {
  const declared = listVariables(prepared.definition, schema);
  let asked: AskedReading | undefined;
  const firstName = prepared.paging?.first;
  return {
    name,
    title: titleOf(prepared.description) || name,
    description: describe(prepared, schema),
    inputSchema: withPageSize(toInputSchema(declared, prepared.document, schema), firstName),
    outputSchema: toOutputSchema(prepared.document, schema),
    async call(given, request) {
      const variables = withFirst(readVariablesOf(declared, given), firstName);
      refusePage(variables, firstName);
      const au = readAsOf(given, declared);
      asked ??= toAsked(prepared, schema);
      const reading = await readOperation(asked, variables, au, request.read);
      return toContent(
        reading,
        request,
        (asOf) => (fitsAddress(prepared.definition, variables) ? address(request.path, variables, asOf) : ''),
        listThings(prepared, schema, variables),
      );
    },
  };
}

const withFirst = (
  variables: Readonly<Record<string, unknown>>,
  first: string | undefined,
): Readonly<Record<string, unknown>> =>
  first === undefined || variables[first] != null ? variables : { ...variables, [first]: PAGE_SIZE };

/** @throws {Refusal} LIMITE_DEPASSEE, or BAD_USER_INPUT, before anything is read */
function refusePage(variables: Readonly<Record<string, unknown>>, first: string | undefined): void {
  const asked = first === undefined ? undefined : Number(variables[first]);
  if (asked === undefined || (asked >= 1 && asked <= MOST_OF_PAGE)) return;
  if (asked < 1)
    throw new Refusal('BAD_USER_INPUT', {
      detail: `La variable « ${first!} » vaut ${asked}. Attendu : un nombre entier, de 1 à ${MOST_OF_PAGE}.`,
      facts: { variable: first! },
    });
  throw new Refusal('LIMITE_DEPASSEE', {
    detail: `« ${first!} » vaut ${asked}, et un outil donne ${MOST_OF_PAGE} éléments au plus à la fois : demandez-en moins, puis la suite par « after ». Pour toute la liste dans un fichier : son adresse, en « .csv ».`,
    facts: { limite: MOST_OF_PAGE, compte: asked },
  });
}

/** What the graph says of it are its own bounds, which are others. */
const SAID_OF_PAGE = `Nombre d’éléments, de 1 à ${MOST_OF_PAGE} ; ${PAGE_SIZE} par défaut.`;

function withPageSize(schema: Tool['inputSchema'], first: string | undefined): Tool['inputSchema'] {
  const known = first === undefined ? undefined : schema.properties?.[first];
  if (first === undefined || known === undefined) return schema;
  return {
    ...schema,
    properties: {
      ...schema.properties,
      [first]: { ...known, description: SAID_OF_PAGE, default: PAGE_SIZE, maximum: MOST_OF_PAGE },
    },
  };
}

/** Longer ones are cut between two words. */
const LONGEST_TITLE = 100;

/** The first sentence of a description. */
function titleOf(description: string): string {
  const [sentence = ''] = description.split(/(?<=[.?!])\s/);
  const title = sentence.replace(/\.$/, '');
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE).replace(/\s\S*$/, '')}…`;
}

/** What is asked at the root by a code alone that a variable gives. */
function listThings(
  { definition }: ReadableOperation,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): readonly AskedThing[] {
  const root = schema.getQueryType()?.getFields() ?? {};
  return definition.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return [];
    const { name, alias, arguments: given = [] } = selection;
    const type = root[name.value]?.type;
    const key = given.find((argument) => argument.name.value === 'code' || argument.name.value === 'id');
    const code = key?.value.kind === 'Variable' ? variables[key.value.name.value] : undefined;
    return isObjectType(type) && typeof code === 'string'
      ? [{ key: (alias ?? name).value, type: type.name, code }]
      : [];
  });
}

/** What its file says, then what the graph says of each field at its root. */
function describe({ description, definition }: ReadableOperation, schema: GraphQLSchema): string {
  const root = schema.getQueryType()?.getFields() ?? {};
  const fields = definition.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return [];
    const field = root[selection.name.value];
    if (!field) return [];
    const type = getNamedType(field.type);
    const said = field.description ?? (isObjectType(type) ? type.description : undefined);
    const key = (selection.alias ?? selection.name).value;
    return [said ? `« ${key} » : ${said}` : `« ${key} »`];
  });
  return [description, `Donne ${[...new Set(fields)].join(' ')}`, CITES].filter(Boolean).join('\n');
}

const CITES =
  'Les lignes que chaque fait cite sont dans `citations`, les contradictions des textes dans `conflits`, ce qui manque et qui le doit dans `absences`.';

/** The address of a registered operation, of what was read of it: `/q/<operation>?…`. */
export const addressOfOperation =
  (id: string): AddressOf =>
  (path, variables, asOf) =>
    writeAddress(`${path.replace(/\/mcp$/, '')}/q/${encodeURIComponent(id)}`, variables, { asOf });
