import { writeDocument } from '../document/document.tsx';
import type { Frame } from '../document/frame.ts';
import { DOCUMENT_HEADERS } from '../document/policy.ts';
import type { Refusal } from '../errors/errors.ts';
import { answerRefusal } from './answers.ts';
import { addToVary } from './content-coding.ts';
import type { Answer, Exchange } from './exchange.ts';
import { toFaultView } from './fault-view.tsx';
import { negotiate } from './media-type.ts';

/** Writes a refusal as a page for a browser that opens an address; programs, and whoever asks the graph, are told in JSON. */
export const createRefusalPages =
  (frame: Frame) =>
  (exchange: Exchange, refusal: Refusal): Answer | undefined => {
    if (!isVisit(exchange)) return undefined;
    const { id } = exchange.clientRequest;
    const view = toFaultView(refusal, { requestId: id, frame });
    if (view === undefined) return undefined;
    const { status, headers } = answerRefusal(refusal, id);
    return {
      status,
      headers: {
        ...headers,
        ...DOCUMENT_HEADERS,
        'cache-control': 'no-store',
        vary: addToVary(exchange.headers['vary'], 'Accept'),
      },
      body: writeDocument({ frame, path: exchange.path, title: view.title, children: view.main }),
    };
  };

const isVisit = ({ method, path, clientRequest }: Exchange): boolean =>
  method === 'GET' &&
  !path.endsWith('/graphql') &&
  negotiate(clientRequest.headers['accept'], ['application/json', 'text/html']) === 'text/html';
