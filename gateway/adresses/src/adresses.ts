import { sayNear } from '@palier/gateway/base/near-name';
import { Refusal } from '@palier/gateway/errors/errors';
import { answerFault, GraphFault, withRemedy } from '@palier/gateway/http/graph-fault';
import type { Answer, Mount, MountRequest } from '@palier/gateway/http/mount';
import type { PublishedGraph } from '@palier/gateway/request/published-graph';
import { answerFile } from './answer-file.ts';
import { answerList, LIST_PATH } from './list/answer-list.tsx';
import { answerSent } from './answer-sent.ts';
import { listReads, prepareOperation } from './operation/readable-operation.ts';
import { FORMATS, SAID_OPTIONS } from './address/formats.ts';
import { readGiven, readName } from './address/read-address.ts';
import { type DeclaredVariable, listVariables, readVariables } from './address/read-variables.ts';

/**
 * `GET /q/<operation>`: the registered operations by addresses of their own, and in every format behind them; by `POST
 * /fichiers/<name>.<format>`, any other. All goes through the graph, as anyone else would ask it.
 */
export function openAdresses(): readonly Mount[] {
  const reach = 'BELOW_AND_CONTRACTS';
  return [
    {
      path: LIST_PATH,
      method: 'GET',
      reach,
      shown: { link: 'Adresses', style: new URL('./list/list.css', import.meta.url) },
      answer: answerAddress,
    },
    {
      path: '/fichiers',
      method: 'POST',
      reach,
      only: 'READS',
      texts: 'OF_CLIENTS',
      answer: tellingFaults(answerSent),
    },
  ];
}

type AnswerRequest = Mount['answer'];

const answerAddress: AnswerRequest = (request) =>
  request.below === '' ? Promise.resolve(answerList(request)) : tellingFaults(answerOperation)(request);

/** What the graph refuses is answered as it is there. */
const tellingFaults =
  (answer: AnswerRequest): AnswerRequest =>
  async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof GraphFault) return answerFault(withRemedy(error), request.id);
      throw error;
    }
  };

async function answerOperation(request: MountRequest): Promise<Answer> {
  const graph = request.graph();
  const { id, format } = readName(request.below);
  const registered = listReads(graph).find((operation) => operation.id === id);
  // What the pages of this program show is there as data, whatever was registered.
  const found = registered ?? graph.shipped.find((operation) => operation.id === id);
  if (!found)
    throw new Refusal('OPERATION_INCONNUE', {
      detail: `${sayOfFormat(graph, id)}« ${request.path} » les énumère ; un nom finit par ${FORMATS.map((ending) => `.${ending}`).join(', ')}, ou par rien.${sayNear(
        id,
        listReads(graph).map((operation) => operation.id),
      )}`,
      facts: { operation: id.slice(0, 250) },
    });
  const operation = prepareOperation(graph, found);
  const { options, variables: given } = readGiven(request, format);
  const declared = listVariables(operation.definition, graph.schema);
  refuseUnknown(given.keys(), declared);
  const variables = readVariables(declared, given);
  if (format !== undefined) return answerFile({ request, operation, format, options, variables });
  const asked = registered ? { documentId: id } : { query: found.text };
  return request.answerResult(await request.read({ ...asked, variables, au: options.asOf }));
}

/** Of a name that is known, and ends as no format does. */
function sayOfFormat(graph: PublishedGraph, id: string): string {
  const [, name, ending] = /^(.+)\.(\w+)$/.exec(id) ?? [];
  const isKnown = [...listReads(graph), ...graph.shipped].some((operation) => operation.id === name);
  return isKnown ? `« ${name} » en est une, et « .${ending} » n’est pas un format. ` : '';
}

function refuseUnknown(names: Iterable<string>, declared: readonly DeclaredVariable[]): void {
  const known = declared.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const said = known.length === 0 ? 'cette opération n’en a pas' : `l’opération a ${known.join(', ')}`;
    throw new Refusal('BAD_USER_INPUT', {
      detail: `La variable « ${name.slice(0, 100)} » est inconnue : ${said}. Une adresse prend aussi ${SAID_OPTIONS}.`,
      facts: { variable: name.slice(0, 100) },
    });
  }
}
