import { hash } from 'node:crypto';
import { writeJson } from '@palier/federation/json/write-json';
import { Refusal } from '@palier/gateway/errors/errors';
import { answerFault, GraphFault } from '@palier/gateway/http/graph-fault';
import type { Answer, Room, RoomRequest } from '@palier/gateway/http/room';
import { render } from 'preact-render-to-string';
import { toFaultView } from './fault-view.tsx';
import { Layout, type NavEntry } from './layout.tsx';
import type { Place } from './link.tsx';
import type { Page, PageView } from './page.ts';
import { Reads } from './reads.ts';

/** Only what this host serves is shown, and nothing is run. */
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What all pages share. */
export interface PageHouse {
  readonly nav: readonly NavEntry[];
  /** Path of the style sheet. */
  readonly style: string;
}

const DATA = '.json';

/** A page as it is served: « /fait » and all that is below it, and « /fait.json ». */
export function openPage(page: Page, house: PageHouse): readonly Room[] {
  return ['', DATA].map((ending) => ({
    path: `${page.path}${ending}`,
    method: 'GET',
    reach: 'BELOW_AND_CONTRACTS',
    answer: (request) => answerPage({ page, house, request, ...readAddress(page, ending, request) }),
  }));
}

interface Address {
  readonly place: Place;
  readonly isData: boolean;
  /** What follows the page's path, as it was sent, without « .json ». */
  readonly below: string;
}

interface Opened extends Address {
  readonly page: Page;
  readonly house: PageHouse;
  readonly request: RoomRequest;
}

function readAddress({ path }: Page, ending: string, request: RoomRequest): Address {
  const isData = ending === DATA || request.below.endsWith(DATA);
  return {
    place: {
      base: request.path.slice(0, -(path.length + ending.length)),
      au: request.parameters.get('au') ?? undefined,
    },
    isData,
    below: request.below.endsWith(DATA) ? request.below.slice(0, -DATA.length) : request.below,
  };
}

async function answerPage(opened: Opened): Promise<Answer> {
  const { page, request, place } = opened;
  const reads = new Reads(request, place.au);
  try {
    const view = await page.answer({
      segments: toSegments(opened.below),
      parameters: request.parameters,
      graph: request.graph(),
      ask: (operation, variables, at) => reads.ask(operation, variables, at),
    });
    return opened.isData ? answerData(opened, view, reads) : answerView(opened, view, reads);
  } catch (error) {
    return answerTrouble(opened, error);
  }
}

/** @throws {Refusal} ADRESSE_INCONNUE when it is not well written */
function toSegments(below: string): readonly string[] {
  try {
    return below.split('/').slice(1).map(decodeURIComponent);
  } catch (cause) {
    throw new Refusal('ADRESSE_INCONNUE', { cause });
  }
}

function answerView(opened: Opened, view: PageView, reads: Reads): Answer {
  const readAt = new Date().toISOString();
  const status = view.status ?? 200;
  // What is not there is not missing: the page says why.
  const missing = status === 200 ? reads.missing : [];
  const html = write(opened, view, { reads, missing, readAt });
  if (status !== 200 || missing.length > 0) return answerOnce(status, HTML, html);
  // Two pages that differ by the time they were read at are the same.
  const etag = etagOf(html.replace(/Lu le <time[^<]*<\/time>/, ''));
  return answerKept(opened, reads, { type: HTML, etag, body: html });
}

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function answerData(opened: Opened, { status = 200, content }: PageView, reads: Reads): Answer {
  if (content === undefined) throw new Refusal('ADRESSE_INCONNUE');
  const missing = status === 200 ? reads.missing : [];
  const told = { ...(content as object), ...(missing.length > 0 && { manque: missing }) };
  const body = writeJson({
    ...told,
    demonstration: reads.isDemonstration,
    au: opened.request.instant() ?? null,
  });
  if (status !== 200 || missing.length > 0) return answerOnce(status, JSON_TYPE, body);
  return answerKept(opened, reads, { type: JSON_TYPE, etag: etagOf(body), body });
}

const etagOf = (text: string): string => `W/"${hash('sha256', text, 'base64url').slice(0, 22)}"`;

interface Made {
  readonly type: string;
  readonly etag: string;
  readonly body: string;
}

function answerKept({ request }: Opened, reads: Reads, { type, etag, body }: Made): Answer {
  const head = {
    headers: { 'content-type': type, 'content-security-policy': PAGE_POLICY },
    etag,
    cacheControl: reads.cacheControl,
  };
  return request.answerRead(reads.first, head, () => ({ body }));
}

/** What is not whole, or not there, is not kept. */
function answerOnce(status: number, type: string, body: string): Answer {
  return {
    status,
    headers: { 'content-type': type, 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' },
    body,
  };
}

function answerTrouble(opened: Opened, error: unknown): Answer {
  const { request } = opened;
  if (opened.isData && error instanceof GraphFault) return answerFault(error, request.id);
  const view = opened.isData ? undefined : toFaultView(error, request.id);
  if (view === undefined) throw error;
  const html = write(opened, view, {
    reads: undefined,
    missing: [],
    readAt: new Date().toISOString(),
  });
  return answerOnce(view.status, HTML, html);
}

interface Read {
  /** Nothing for what could not be read. */
  readonly reads: Reads | undefined;
  readonly missing: readonly string[];
  readonly readAt: string;
}

type Shown = Pick<PageView, 'title' | 'trail' | 'main' | 'content'>;

function write(
  opened: Opened,
  { title, trail = [], main, content }: Shown,
  { reads, missing, readAt }: Read,
): string {
  const { page, house, request, place, below } = opened;
  const own = `${place.base}${page.path}${below}`;
  return `<!doctype html>${render(
    <Layout
      place={place}
      style={`${place.base}${house.style}`}
      nav={house.nav}
      path={page.path}
      title={title}
      trail={trail}
      searched={request.parameters.get('q') ?? ''}
      isDemonstration={reads?.isDemonstration ?? false}
      missing={missing}
      instant={reads && request.instant()}
      now={`${own}${sayQuery(request.parameters, 'au')}`}
      versions={reads?.versions ?? new Map()}
      readAt={readAt}
      alternate={content === undefined ? undefined : `${own}${DATA}${sayQuery(request.parameters)}`}
    >
      {main}
    </Layout>,
  )}`;
}

/** The parameters of an address again, without one of them. */
function sayQuery(parameters: URLSearchParams, without?: string): string {
  const said = new URLSearchParams([...parameters].filter(([name]) => name !== without));
  return said.size === 0 ? '' : `?${said.toString()}`;
}
