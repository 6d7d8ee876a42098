import { hash } from 'node:crypto';
import { writeJson } from '@palier/calls/json/write-json';
import { Refusal } from '@palier/gateway/errors/errors';
import type { Answer, MountRequest } from '@palier/gateway/http/mount';
import type { AnyOperationResult } from '@palier/gateway/request/operation';
import { differenceOf } from './rows/difference.ts';
import { type FileTable, noting, SeenSources, toFileTable } from './rows/file-table.ts';
import { FILES, type FormatDefinition, WRITERS_VERSION } from './files/files.ts';
import { gather } from './rows/gather.ts';
import { type Metadata, toMetadata } from './files/metadata.ts';
import type { ReadableOperation } from './operation/readable-operation.ts';
import { type FileFormat, holdsOneTable } from './address/formats.ts';
import type { AddressOptions } from './address/read-address.ts';
import { asksPage, type Pages, readPages } from './rows/read-pages.ts';
import { readTitles } from './rows/read-titles.ts';
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
  const tables = await toTables(chosen, pages, asked);
  const isLong = tables.some(({ name }) => pages.isLong(name));
  if (isLong && tables.length > 1 && format === 'xlsx') throw severalTables(operation.tables, format);
  // What is cited is not known before the rows are read.
  const titles = definition.holdsMetadata ? await readTitles(request) : new Map<string, string>();
  const head = {
    headers: headersOf(asked, definition),
    etag: etagOf(pages.first, isLong, titles, asked),
    cacheControl: pages.first.sealed?.cacheControl,
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
  });
  return { ...answer, ...(await gather(written)) };
}

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

async function toTables(
  chosen: readonly Table[],
  pages: Pages,
  { request, operation, format, options, variables }: FileAsked,
): Promise<readonly FileTable[]> {
  const now = chosen.map((table) => toFileTable(table, pages));
  if (options.updatedAfter === undefined) return now;
  if (asksPage(operation.paging, variables))
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: 'Une page est demandée, et ce qui en sort n’est pas retiré : demandez-les toutes.',
    });
  const { readAside } = request;
  const before = await readPages(operation, variables, options.updatedAfter, readAside, refuseForgotten);
  const toldOf = FILES[format].toldOf;
  return now.map((table, rank) => differenceOf(table, toFileTable(chosen[rank]!, before), toldOf));
}

function refuseForgotten({ sealed }: AnyOperationResult): void {
  if (sealed?.isRemembered !== true)
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: 'Un des paliers ne dit pas ce qu’il savait à cet instant.',
    });
}

function headersOf(
  { request, operation, format, options, sent }: FileAsked,
  { type, disposition }: FormatDefinition,
): Readonly<Record<string, string>> {
  const file = [operation.id, ...(options.table === undefined ? [] : [options.table])].join('-');
  return {
    'content-type': type,
    'content-disposition': `${disposition}; filename="${file.replace(/[^\w.-]/g, '_')}.${format}"`,
    ...(sent === undefined && { link: linkOf(request, operation) }),
  };
}

/** Where what is said of a file is found by itself, whatever its own form. */
function linkOf({ parameters, path }: MountRequest, { id }: ReadableOperation): string {
  const own = new URLSearchParams(parameters);
  for (const name of ['table', 'bom', 'separateur', 'decimale', 'updatedAfter']) own.delete(name);
  const query = own.size === 0 ? '' : `?${own.toString()}`;
  return `<${path}/${encodeURIComponent(id)}.metadata.json${query}>; rel="describedby"; type="application/json"`;
}

/**
 * A file is known again by all that it is made of: what the graph answered, what is said of it, and how it is written. Its
 * ETag is weak, as the instant of the reading is in it too.
 */
function etagOf(
  first: AnyOperationResult,
  isLong: boolean,
  titles: ReadonlyMap<string, string>,
  { request, operation, format, options, variables }: FileAsked,
): string | undefined {
  const digest = isLong ? digestOfLong(first, request) : first.sealed?.digest;
  if (digest === undefined) return undefined;
  const { updatedAfter, table, withMark, delimiter, decimal } = options;
  const said = FILES[format].holdsMetadata ? [first.sealed?.versions, variables, ...titles] : [];
  const form = writeJson([
    [WRITERS_VERSION, format, updatedAfter ?? null, table ?? null, withMark, delimiter, decimal],
    [request.graph().digest, operation.sourcedText, operation.description],
    [digest, said],
  ]);
  return `W/"${hash('sha256', form, 'base64url').slice(0, 22)}"`;
}

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
  const query = request.parameters.size === 0 ? '' : `?${request.parameters.toString()}`;
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
