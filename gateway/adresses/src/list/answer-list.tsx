import { writeDocument } from '@palier/gateway/document/document';
import { DOCUMENT_HEADERS } from '@palier/gateway/document/policy';
import type { Answer, MountRequest } from '@palier/gateway/http/mount';
import { prefersPages } from '@palier/gateway/http/media-type';
import type { ListedOperation } from './listed-operation.ts';
import { listReads, prepareOperation } from '../operation/readable-operation.ts';
import { FORMATS } from '../address/formats.ts';
import { listVariables, sayType } from '../address/read-variables.ts';
import { ListView } from './list-view.tsx';

/** Where the list is, and the addresses below it. */
export const LIST_PATH = '/q';

/** The operations that have an address, for programs and for people. */
export function answerList(request: MountRequest): Answer {
  const operations = listOperations(request);
  const isPage = prefersPages(request.headers['accept']);
  return {
    status: 200,
    headers: {
      ...(isPage ? DOCUMENT_HEADERS : { 'content-type': 'application/json; charset=utf-8' }),
      'cache-control': 'no-cache',
      vary: 'Accept',
    },
    body: isPage ? writePage(request, operations) : JSON.stringify({ operations }),
  };
}

const writePage = ({ frame, path }: MountRequest, operations: readonly ListedOperation[]): string =>
  writeDocument({
    frame,
    place: { base: path.slice(0, -LIST_PATH.length), au: undefined },
    path: LIST_PATH,
    title: 'Adresses',
    children: <ListView path={path} operations={operations} />,
  });

function listOperations(request: MountRequest): readonly ListedOperation[] {
  const graph = request.graph();
  return listReads(graph).map((registered) => {
    const { id, description, definition, tables, paging } = prepareOperation(graph, registered);
    const address = `${request.path}/${encodeURIComponent(id)}`;
    return {
      nom: id,
      description,
      requete: registered.text,
      variables: listVariables(definition, graph.schema).map(({ name, type, isRequired, byDefault }) => ({
        nom: name,
        type: String(type),
        obligatoire: isRequired,
        attendu: sayType(type),
        parDefaut: byDefault ?? null,
      })),
      tableaux: tables.map(({ name }) => name),
      parPages: paging !== undefined,
      adresses: {
        graphql: address,
        ...Object.fromEntries(FORMATS.map((format) => [format, `${address}.${format}`])),
      },
    };
  });
}
