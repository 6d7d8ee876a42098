import { hash } from 'node:crypto';
import { writeJson } from '@palier/calls/json/write-json';
import { strictestOf } from '@palier/gateway/base/cache-control';
import { Refusal } from '@palier/gateway/errors/errors';
import type { Answer, MountRequest } from '@palier/gateway/http/mount';
import type { AnyOperationResult } from '@palier/gateway/request/operation';
import { differenceOf } from './rows/difference.ts';
import { type FileTable, noting, SeenSources, toFileTable } from './rows/file-table.ts';
import { FILES, WRITERS_VERSION } from './files/files.ts';
import { gather } from './rows/gather.ts';
import { nameFile } from './files/name-file.ts';
import { type Metadata, toMetadata } from './files/metadata.ts';
import type { ReadableOperation } from './operation/readable-operation.ts';
import { type FileFormat, holdsOneTable } from './address/formats.ts';
import { type AddressOptions, backwards } from './address/read-address.ts';
import { asksPage, type Pages, readPages } from './rows/read-pages.ts';
import { readTitles } from './rows/read-titles.ts';
import { refuseWithheld } from './rows/refuse-withheld.ts';
import { withStatuses } from './rows/with-statuses.ts';
import type { Table } from './operation/tables.ts';

export interface FileAsked {
  readonly request: MountRequest;
  readonly operation: ReadableOperation;
  readonly format: FileFormat;
  readonly options: AddressOptions;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The text of an operation that was sent, and is registered nowhere: it has no address. */
  readonly sent?: string;
}

/** A file of what an operation answers; 304 to whoever has it. @throws {GraphFault | Refusal} */
export async function answerFile(asked: FileAsked): Promise<Answer> {
  const { request, operation, format, options, variables } = asked;
  const definition = FILES[format];
  // Before any row is read: what is written meanwhile is found again by whoever asks what changed since.
  const lu = new Date().toISOString();
  const chosen = chooseTables(operation.tables, options.table, format);
  const pages = await readPages(operation, variables, options.asOf, request.read);
  const before = await readBefore(asked);
  const read = before ? [pages, before] : [pages];
  const tables = toTables(chosen, pages, before, asked);
  const isLong = tables.some(({ name }) => pages.isLong(name));
  if (isLong && tables.length > 1 && format === 'xlsx') throw severalTables(operation.tables, format);
  // What is cited is not known before the rows are read.
  const titles = holdsMetadata(asked) ? await readTitles(request) : new Map<string, string>();
  const head = {
    headers: headersOf(asked),
    etag: etagOf(read, chosen, titles, asked),
    cacheControl: strictestOf(read.map(({ first }) => first.sealed?.cacheControl)),
  };
  const answer = request.answerRead(pages.first, head, () => ({}));
  if (answer.status === 304) return answer;
  const seen = new SeenSources();
  const written = definition.write({
    operation: operation.id,
    tables: tables.map((table) => noting(table, seen)),
    metadata: () => describe(asked, { result: pages.first, tables, seen, titles, lu }),
    isLong,
    delimiter: options.delimiter,
    decimal: options.decimal,
    withMark: options.withMark,
    withHead: options.withHead,
  });
  return { ...answer, ...(await gather(written)) };
}

/** Whether what is said of its tables is in the file. */
const holdsMetadata = ({ format, options }: FileAsked): boolean =>
  FILES[format].holdsMetadata || options.withHead;

function chooseTables(
  tables: readonly Table[],
  asked: string | undefined,
  format: FileFormat,
): readonly Table[] {
  if (asked === undefined) {
    if (tables.length > 1 && holdsOneTable(format)) throw severalTables(tables, format);
    return tables;
  }
  const found = tables.find(({ name }) => name === asked);
  if (found) return [found];
  throw new Refusal('REQUETE_INVALIDE', {
    detail: `Le tableau « ${asked.slice(0, 100)} » est inconnu : ${sayTables(tables)}.`,
  });
}

const severalTables = (tables: readonly Table[], format: FileFormat): Refusal =>
  new Refusal('REQUETE_INVALIDE', {
    detail: `Cette opération donne plusieurs tableaux, et un fichier .${format} n’en a qu’un : nommez-en un par « table » : ${sayTables(tables)}.`,
  });

const sayTables = (tables: readonly Table[]): string => tables.map(({ name }) => `« ${name} »`).join(', ');

function toTables(
  chosen: readonly Table[],
  pages: Pages,
  before: Pages | undefined,
  { format, options }: FileAsked,
): readonly FileTable[] {
  const hasStatuses = FILES[format].hasStatuses ?? options.withStatuses;
  const read = (table: Table, of: Pages): FileTable =>
    hasStatuses ? withStatuses(toFileTable(table, of)) : toFileTable(table, of);
  return chosen.map((table) => {
    const now = read(table, pages);
    return before ? differenceOf(now, read(table, before)) : now;
  });
}

/** What was known at the instant since which what changed is asked; nothing where it is not asked. */
async function readBefore({
  request,
  operation,
  options: { updatedAfter },
  variables,
}: FileAsked): Promise<Pages | undefined> {
  if (updatedAfter === undefined) return undefined;
  // A header may have given it, which no parameter tells.
  const instant = request.instant();
  if (instant !== undefined && updatedAfter >= instant) throw backwards();
  if (asksPage(operation.paging, variables))
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: 'Une page est demandée, et ce qui en sort n’est pas retiré : demandez-les toutes.',
    });
  const before = await readPages(operation, variables, updatedAfter, request.readAside, refuseForgotten);
  await refuseWithheld(request, before.first, updatedAfter);
  return before;
}

function refuseForgotten({ sealed }: AnyOperationResult): void {
  if (sealed?.isRemembered !== true)
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: 'Un des paliers ne dit pas ce qu’il savait à cet instant.',
    });
}

function headersOf({
  request,
  operation,
  format,
  options,
  variables,
  sent,
}: FileAsked): Readonly<Record<string, string>> {
  const { type, disposition } = FILES[format];
  const { id, paging } = operation;
  const name = nameFile({
    operation: id,
    table: options.table,
    variables,
    paging: [paging?.first, paging?.after],
    format,
  });
  return {
    // Whose first line is its header: RFC 4180, 3.
    'content-type': options.withHead ? type.replace('; header=present', '') : type,
    'content-disposition': `${disposition}; filename="${name}"`,
    ...(sent === undefined && { link: linkOf(request, operation) }),
  };
}

/** Parameters that its metadata do not take. */
const OF_FORM = ['table', 'statuts', 'entete', 'bom', 'separateur', 'decimale'];

/** Where what is said of a file is found by itself, whatever its own form. */
function linkOf(request: MountRequest, { id }: ReadableOperation): string {
  const own = parametersOf(request);
  for (const name of OF_FORM) own.delete(name);
  const query = own.size === 0 ? '' : `?${own.toString()}`;
  return `<${request.path}/${encodeURIComponent(id)}.metadata.json${query}>; rel="describedby"; type="application/json"`;
}

/** What was asked, with the instant that was read, where a header gave it. */
function parametersOf({ parameters, instant }: MountRequest): URLSearchParams {
  const asOf = instant();
  const isSaid = asOf === undefined || parameters.has('asOf') || parameters.has('au');
  return new URLSearchParams(isSaid ? parameters : [...parameters, ['asOf', asOf]]);
}

/**
 * A file is known again by all that it is made of: what the graph answered, what is said of it, and how it is written. Its
 * ETag is weak, as the instant of the reading is in it too.
 */
function etagOf(
  read: readonly Pages[],
  chosen: readonly Table[],
  titles: ReadonlyMap<string, string>,
  asked: FileAsked,
): string | undefined {
  const { request, operation, format, options, variables } = asked;
  const digests = read.map((pages) => digestOf(pages, chosen, request));
  if (digests.includes(undefined)) return undefined;
  const { updatedAfter, table, withStatuses: statuses, withHead, withMark, delimiter, decimal } = options;
  const said = holdsMetadata(asked) ? [read[0]?.first.sealed?.versions, variables, ...titles] : [];
  const form = writeJson([
    [WRITERS_VERSION, format, updatedAfter ?? null, table ?? null],
    [statuses, withHead, withMark, delimiter, decimal],
    [request.graph().digest, operation.sourcedText, operation.description],
    [digests, said],
  ]);
  return `W/"${hash('sha256', form, 'base64url').slice(0, 22)}"`;
}

const digestOf = (pages: Pages, chosen: readonly Table[], request: MountRequest): string | undefined =>
  chosen.some(({ name }) => pages.isLong(name))
    ? digestOfLong(pages.first, request)
    : pages.first.sealed?.digest;

/** Of a first page, what follows is the same for whoever asks alike, while its levels have the same data. */
function digestOfLong(
  { sealed, cacheStatus }: AnyOperationResult,
  request: MountRequest,
): string | undefined {
  const isKnown = cacheStatus === 'hit' || cacheStatus === 'stored';
  return sealed && isKnown ? writeJson([sealed.digest, sealed.versions, request.partition()]) : undefined;
}

function describe(
  { request, operation, format, options, variables, sent }: FileAsked,
  told: Pick<Parameters<typeof toMetadata>[0], 'result' | 'tables' | 'seen' | 'titles' | 'lu'>,
): Metadata {
  const own = parametersOf(request);
  const query = own.size === 0 ? '' : `?${own.toString()}`;
  return toMetadata({
    ...told,
    operation: {
      nom: operation.id,
      description: operation.description,
      adresse: `${request.path}/${operation.id}.${format}${query}`,
      variables,
      ...(sent !== undefined && { requete: sent }),
    },
    asOf: request.instant(),
    updatedAfter: options.updatedAfter ?? null,
  });
}
