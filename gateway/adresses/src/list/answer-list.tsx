import { writeDocument } from '@palier/gateway/document/document';
import { DOCUMENT_HEADERS } from '@palier/gateway/document/policy';
import type { Answer, MountRequest } from '@palier/gateway/http/mount';
import { prefersPages } from '@palier/gateway/http/media-type';
import { findOperations, readWords } from './find-operations.ts';
import type { ListedOperation } from './listed-operation.ts';
import { describeVariables } from '../operation/describe-variables.ts';
import { listReads, prepareOperation } from '../operation/readable-operation.ts';
import { FORMATS } from '../address/formats.ts';
import { listVariables, sayType } from '../address/read-variables.ts';
import { ListView, type ListViewProps } from './list-view.tsx';

/** Where the list is, and the addresses below it. */
export const LIST_PATH = '/q';

/** The operations that have an address, or those that hold the words of `?q=`, for programs and for people. */
export function answerList(request: MountRequest): Answer {
  const words = readWords(request.parameters);
  const known = listOperations(request);
  const operations = words === '' ? known : findOperations(known, words);
  const isPage = prefersPages(request.headers['accept']);
  return {
    status: 200,
    headers: {
      ...(isPage ? DOCUMENT_HEADERS : { 'content-type': 'application/json; charset=utf-8' }),
      'cache-control': 'no-cache',
      vary: 'Accept',
    },
    body: isPage
      ? writePage(request, { operations, words, total: known.length })
      : JSON.stringify({ operations }),
  };
}

const writePage = ({ frame, path }: MountRequest, shown: Omit<ListViewProps, 'path'>): string =>
  writeDocument({
    frame,
    place: { base: path.slice(0, -LIST_PATH.length), au: undefined },
    path: LIST_PATH,
    title: shown.words === '' ? 'Adresses' : `Adresses : ${shown.words}`,
    children: <ListView path={path} {...shown} />,
  });

function listOperations(request: MountRequest): readonly ListedOperation[] {
  const graph = request.graph();
  return listReads(graph).map((registered) => {
    const { id, document, description, definition, tables, paging } = prepareOperation(graph, registered);
    const said = describeVariables(document, graph.schema);
    const address = `${request.path}/${encodeURIComponent(id)}`;
    return {
      nom: id,
      description,
      requete: registered.text,
      variables: listVariables(definition, graph.schema).map(({ name, type, isRequired, byDefault }) => ({
        nom: name,
        type: String(type),
        obligatoire: isRequired,
        attendu: sayType(type, name),
        description: said.get(name) ?? null,
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
