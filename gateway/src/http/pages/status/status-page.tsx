import { writeDocument } from '../../../document/document.tsx';
import type { Frame } from '../../../document/frame.ts';
import { DOCUMENT_HEADERS } from '../../../document/policy.ts';
import { onGet } from '../../steps/on-path.ts';
import type { Answer, Step } from '../../transport/exchange.ts';
import { type StatusOptions, readStatus } from './read-status.ts';
import { StatusView } from './status-view.tsx';

const PATH = '/etat';

/** How long a page serves those who ask for it meanwhile: nobody wears the levels out by reading it. */
const KEPT_MS = 5_000;

/** `/etat`: the state of the graph, for people. Its status is that of `/health`. */
export function useStatusPage(options: StatusOptions, frame: Frame): Step {
  let kept: { readonly until: number; readonly answer: Promise<Answer> } | undefined;
  const isThere = (path: string): boolean => path === PATH;
  return onGet(isThere, () => {
    const now = Date.now();
    if (kept === undefined || kept.until <= now)
      kept = { until: now + KEPT_MS, answer: readPage(options, frame) };
    return kept.answer;
  });
}

async function readPage(options: StatusOptions, frame: Frame): Promise<Answer> {
  const status = await readStatus(options);
  return {
    status: status.isReady ? 200 : 503,
    headers: { ...DOCUMENT_HEADERS, 'cache-control': 'no-store' },
    body: writeDocument({
      frame,
      path: PATH,
      title: 'État',
      children: <StatusView {...status} readAt={new Date()} />,
    }),
  };
}
