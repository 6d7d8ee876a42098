import { writeDocument } from '../../document/document.tsx';
import type { Frame } from '../../document/frame.ts';
import { DOCUMENT_HEADERS } from '../../document/policy.ts';
import type { ErrorCode, Refusal } from '../../errors/errors.ts';
import { answerRefusal } from '../transport/answers.ts';
import { addToVary } from '../transport/content-coding.ts';
import type { Answer, Exchange } from '../transport/exchange.ts';
import { toFaultView } from './fault-view.tsx';
import { prefersPages } from '../transport/media-type.ts';

/**
 * Writes a refusal as a page for a browser that opens an address; programs, and whoever asks the graph, are told in JSON. So is
 * whoever floods, or asks under another name: they are sent away before they cost anything, and no link would be followed.
 */
export const createRefusalPages =
  (frame: Frame, contracts: readonly string[]) =>
  (exchange: Exchange, refusal: Refusal): Answer | undefined => {
    const { method, path, clientRequest } = exchange;
    if (method !== 'GET' || path.endsWith('/graphql') || CHEAP.has(refusal.code)) return undefined;
    exchange.headers['vary'] = addToVary(exchange.headers['vary'], 'Accept');
    if (!prefersPages(clientRequest.headers['accept'])) return undefined;
    const view = toFaultView(refusal, { requestId: clientRequest.id, frame, path });
    if (view === undefined) return undefined;
    const { status, headers } = answerRefusal(refusal, clientRequest.id);
    // Who reads the pages of a contract stays among them.
    const base = contracts.map((name) => `/${name}`).find((own) => path.startsWith(`${own}/`)) ?? frame.base;
    return {
      status,
      headers: { ...headers, ...DOCUMENT_HEADERS },
      body: writeDocument({
        frame,
        place: { base, au: undefined },
        path,
        title: view.title,
        children: view.main,
      }),
    };
  };

/** What is refused before the share of requests bounds it, and past it. */
const CHEAP: ReadonlySet<ErrorCode> = new Set(['TROP_DE_REQUETES', 'HOTE_INVALIDE', 'HOTE_REFUSE']);
