import { hash } from 'node:crypto';
import { isDayOnly, toLocal } from '@palier/calls/instant';
import { writeJson } from '@palier/calls/json/write-json';
import { writeDocument } from '@palier/gateway/document/document';
import type { Place } from '@palier/gateway/document/link';
import { DOCUMENT_POLICY, HTML_TYPE } from '@palier/gateway/document/policy';
import { sayNear } from '@palier/gateway/base/near-name';
import { Refusal } from '@palier/gateway/errors/errors';
import { toFaultView } from '@palier/gateway/http/fault-view';
import { answerFault, GraphFault } from '@palier/gateway/http/graph-fault';
import type { Answer, Mount, MountRequest } from '@palier/gateway/http/mount';
import type { ShippedOperations } from '@palier/gateway/request/published-graph';
import { refuseNotPast, restorePlus } from '@palier/gateway/request/read-instant';
import type { VNode } from 'preact';
import { Credit } from './credit.tsx';
import { Missing, Notices, WhenRead } from './around.tsx';
import { HOUR } from './moment-input.tsx';
import { type Page, type PageView, ReadingContext } from './page.ts';
import { Reads } from './reads.ts';
import { isOfInstant, REFUSED_INSTANT, RefusedInstant, sayRefused } from './refused-instant.tsx';

const DATA = '.json';

/** A page as it is served: « /fait » and all that is below it, and « /fait.json ». */
export function openPage(page: Page, operations: ShippedOperations): readonly Mount[] {
  return ['', DATA].map((ending) => ({
    path: `${page.path}${ending}`,
    method: 'GET',
    reach: 'BELOW_AND_CONTRACTS',
    operations,
    ...(ending === '' && { shown: { ...page.shown, credit: <Credit /> } }),
    answer: (request) => answerPage({ page, request, ...readAddress(page, ending, request) }),
  }));
}

interface Address {
  readonly place: Place;
  /** What is asked: nothing that was left empty. */
  readonly parameters: URLSearchParams;
  readonly isData: boolean;
  /** What follows the page's path, as it was sent, without « .json ». */
  readonly below: string;
}

interface Opened extends Address {
  readonly page: Page;
  readonly request: MountRequest;
}

function readAddress({ path }: Page, ending: string, request: MountRequest): Address {
  const isData = ending === DATA || request.below.endsWith(DATA);
  const parameters = readGiven(request.parameters);
  return {
    place: {
      base: request.path.slice(0, -(path.length + ending.length)),
      au: parameters.get('au') ?? undefined,
    },
    parameters,
    isData,
    below: request.below.endsWith(DATA) ? request.below.slice(0, -DATA.length) : request.below,
  };
}

/**
 * A field that is left empty is not there; the instant has the two names that it has at /q, and its hour may have a field of its own.
 * Today is now.
 */
function readGiven(sent: URLSearchParams): URLSearchParams {
  const given = new URLSearchParams();
  const today = toLocal(new Date().toISOString()).split('T')[0];
  for (const [name, value] of sent) {
    const said = value.trim();
    if (said === '' || isHour(name)) continue;
    if (!INSTANTS.has(name)) given.append(name, value);
    else {
      const hour = isDayOnly(said) ? (sent.get(`${name}${HOUR}`)?.trim() ?? '') : '';
      if (hour !== '' || said !== today)
        given.append(name === 'asOf' ? 'au' : name, restorePlus(hour === '' ? said : `${said}T${hour}`));
    }
  }
  return given;
}

/** What an address says, when a form left fields of it empty: nothing when none is. */
function withoutEmpty(sent: URLSearchParams): URLSearchParams | undefined {
  const said = [...sent].filter(([, value]) => value.trim() !== '');
  return said.length === sent.size ? undefined : new URLSearchParams(said);
}

const isHour = (name: string): boolean => [...INSTANTS].some((instant) => name === `${instant}${HOUR}`);

/** `et` is the second of two that are compared. */
const INSTANTS: ReadonlySet<string> = new Set(['au', 'asOf', 'et']);

async function answerPage(opened: Opened): Promise<Answer> {
  const { page, request, place, parameters } = opened;
  const empty = withoutEmpty(request.parameters);
  if (empty !== undefined)
    return { status: 308, headers: { location: `${request.path}${request.below}${sayQuery(empty)}` } };
  const reads = new Reads(request, place.au);
  try {
    if (new Set(parameters.getAll('au')).size > 1)
      throw new Refusal('INSTANT_INVALIDE', {
        detail: 'Il est donné plusieurs fois, et n’est pas le même.',
      });
    const twice = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1 && name !== 'au');
    if (twice !== undefined)
      throw new Refusal('REQUETE_INVALIDE', {
        detail: `Le paramètre « ${twice.slice(0, 100)} » est donné plusieurs fois.`,
      });
    const segments = toSegments(opened.below);
    refuseUnknown(parameters, page.takes(segments));
    const view = await page.answer({
      segments,
      parameters,
      graph: request.graph(),
      ask: (operation, variables, at) => reads.ask(operation, variables, at),
    });
    if (view.isOfNow) return answerSeen(atNow(opened), view, reads);
    // One that reads nothing hands the instant on in its links.
    if (place.au !== undefined) refuseNotPast(place.au);
    if (reads.untold) throw reads.untold;
    return answerSeen(atInstant(opened, request.instant()), view, reads);
  } catch (error) {
    return answerTrouble(opened, error);
  }
}

/** What nobody reads would be taken for what was read. @throws {Refusal} REQUETE_INVALIDE */
function refuseUnknown(parameters: URLSearchParams, taken: readonly string[] | undefined): void {
  if (taken === undefined) return;
  const known = [...taken, 'au'];
  const name = [...parameters.keys()].find((one) => !known.includes(one));
  if (name === undefined) return;
  throw new Refusal('REQUETE_INVALIDE', {
    detail: `Le paramètre « ${name.slice(0, 100)} » est inconnu.${sayNear(name, known)} Cette page prend : ${known.join(', ')}.`,
  });
}

const answerSeen = (opened: Opened, view: PageView, reads: Reads): Answer =>
  opened.isData ? answerData(opened, view, reads) : answerView(opened, view, reads);

const atNow = (opened: Opened): Opened => ({ ...opened, place: { ...opened.place, au: undefined } });

/** A header may have said it: what the page says of that instant, and where it leads, is then of it too. */
const atInstant = ({ place, ...opened }: Opened, read: string | undefined): Opened => ({
  ...opened,
  place: { ...place, au: place.au ?? read },
});

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
  if (status !== 200 || missing.length > 0) return answerOnce(status, HTML_TYPE, html);
  // Two pages that differ by the time they were read at are the same.
  const etag = etagOf(html.replace(/Lu le <time[^<]*<\/time>/, '').replaceAll(readAt, ''));
  return answerKept(opened, reads, { type: HTML_TYPE, etag, body: html });
}

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
    headers: { 'content-type': type, 'content-security-policy': DOCUMENT_POLICY },
    etag,
    cacheControl: reads.cacheControl,
  };
  return request.answerRead(reads.first, head, () => ({ body }));
}

/** What is not whole, or not there, is not kept. */
function answerOnce(status: number, type: string, body: string): Answer {
  return {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': DOCUMENT_POLICY,
      'cache-control': 'no-store',
    },
    body,
  };
}

function answerTrouble(opened: Opened, error: unknown): Answer {
  const { request } = opened;
  if (opened.isData && error instanceof GraphFault) return answerFault(error, request.id);
  const view = opened.isData
    ? undefined
    : toFaultView(error, { requestId: request.id, frame: request.frame });
  if (view === undefined) throw error;
  const shown = isOfInstant(error)
    ? { title: REFUSED_INSTANT, main: <RefusedInstantOf opened={opened} error={error} /> }
    : view;
  const html = write(isPast(opened) && !isOfInstant(error) ? opened : atNow(opened), shown, {
    reads: undefined,
    missing: [],
    readAt: new Date().toISOString(),
  });
  const answer = answerOnce(view.status, HTML_TYPE, html);
  return { ...answer, headers: { ...answer.headers, ...view.headers } };
}

function RefusedInstantOf({
  opened,
  error,
}: {
  readonly opened: Opened;
  readonly error: Refusal | GraphFault;
}): VNode {
  const own = ownOf(opened);
  return (
    <RefusedInstant
      messages={sayRefused(error)}
      action={own}
      parameters={opened.parameters}
      now={`${own}${sayQuery(opened.parameters, 'au')}`}
    />
  );
}

/** What is not, no link hands on. */
function isPast({ place: { au } }: Opened): boolean {
  try {
    if (au !== undefined) refuseNotPast(au);
    return true;
  } catch {
    return false;
  }
}

interface Read {
  /** Nothing for what could not be read. */
  readonly reads: Reads | undefined;
  readonly missing: readonly string[];
  readonly readAt: string;
}

type Shown = Pick<PageView, 'title' | 'breadcrumbs' | 'main' | 'content'>;

function write(
  opened: Opened,
  { title, breadcrumbs = [], main, content }: Shown,
  { reads, missing, readAt }: Read,
): string {
  const { page, request, place, parameters } = opened;
  const own = ownOf(opened);
  const instant = reads && request.instant();
  const alternate = content === undefined ? undefined : `${own}${DATA}${sayQuery(parameters)}`;
  return writeDocument({
    frame: request.frame,
    place,
    path: page.path,
    title,
    breadcrumbs,
    searched: parameters.get('q') ?? '',
    alternate,
    notices: (
      <Notices
        isDemonstration={reads?.isDemonstration ?? false}
        instant={instant}
        now={`${own}${sayQuery(parameters, 'au')}`}
      />
    ),
    foot: (
      <WhenRead
        instant={instant}
        versions={reads?.versions ?? new Map()}
        readAt={readAt}
        alternate={alternate}
      />
    ),
    children: (
      <ReadingContext.Provider value={{ host: request.headers['host'] ?? '', readAt }}>
        {missing.length > 0 && <Missing reasons={missing} />}
        {main}
      </ReadingContext.Provider>
    ),
  });
}

/** Its own address, without its query. */
const ownOf = ({ page, place, below }: Opened): string => `${place.base}${page.path}${below}`;

/** The parameters of an address again, without one of them. */
function sayQuery(parameters: URLSearchParams, without?: string): string {
  const said = new URLSearchParams([...parameters].filter(([name]) => name !== without));
  return said.size === 0 ? '' : `?${said.toString()}`;
}
