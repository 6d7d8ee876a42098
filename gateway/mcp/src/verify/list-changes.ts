import type { LevelNames } from '@palier/calls/level-names';
import { dataOf } from '@palier/gateway/request/answer-data';
import type { MountRequest } from '@palier/gateway/http/mount';

/** An instant at which a level came to know something else. */
export interface Change {
  readonly instant: string;
  /** The act that made it so; nothing of an official file or a copy. */
  readonly acte: Acte | undefined;
}

export interface Acte {
  readonly niveau: string;
  readonly numero: number;
  readonly natureActe: string;
}

export interface Changes {
  /** The latest first. */
  readonly list: readonly Change[];
  /** Whether there are no others, acts that changed nothing among them. */
  readonly isWhole: boolean;
  /** Whether each change of what is said is there: one that is not would be laid to its neighbour. */
  readonly isDated: boolean;
}

interface Page<Item> {
  readonly totalCount: number;
  readonly nodes: readonly (Item | null)[];
}

/** Acts, or differences, that one question gives. */
const MOST = 200;
/** Questions that are asked of each level. */
const MOST_ASKED = 24;

/** When these levels came to know something else, up to an instant. */
export async function listChanges(
  request: MountRequest,
  until: string | undefined,
  levels: readonly LevelNames[],
): Promise<Changes> {
  const root = request.graph().schema.getQueryType()?.getFields() ?? {};
  const changes = new Map<string, Change>();
  let isWhole = true;
  let isDated = true;
  const note = (instant: string, acte: Acte | null): void => {
    const known = changes.get(instant)?.acte;
    changes.set(instant, { instant, acte: known ?? acte ?? undefined });
  };
  for (const { suffix: level } of levels) {
    const isShown = [`journal${level}`, `differences${level}`].every((field) => root[field]);
    const acts = isShown && (await noteActs(level, request, until, note));
    const others = isShown && (await noteDifferences(level, request, until, note));
    if (!acts || !others) isWhole = false;
    if (!others) isDated = false;
  }
  return {
    list: [...changes.values()].sort((one, other) => (one.instant < other.instant ? 1 : -1)),
    isWhole,
    isDated,
  };
}

type Note = (instant: string, acte: Acte | null) => void;

const ACTE = 'niveau numero natureActe';

/** @returns whether all were told */
async function noteActs(
  level: string,
  request: MountRequest,
  until: string | undefined,
  note: Note,
): Promise<boolean> {
  const query = `{ page: journal${level}(first: ${MOST}) { totalCount nodes { inscritLe ${ACTE} } } }`;
  const page = await readPage<Acte & { readonly inscritLe: string }>(request, { query, au: until });
  for (const node of page?.nodes ?? []) if (node) note(toMillisecond(node.inscritLe), node);
  return page !== undefined && page.totalCount <= MOST;
}

/**
 * One change may touch thousands of rows, as a consolidation does: once its instant is known, what is before and what is after
 * are asked apart, until nothing is left.
 * @returns whether all were told
 */
async function noteDifferences(
  level: string,
  request: MountRequest,
  until: string | undefined,
  note: Note,
): Promise<boolean> {
  const query = `query Changements($de: String, $a: String) { page: differences${level}(first: ${MOST}, de: $de, a: $a) { totalCount nodes { instant acte { ${ACTE} } } } }`;
  const spans: Span[] = [{ de: undefined, a: until }];
  for (let asked = 0; spans.length > 0; asked += 1) {
    if (asked === MOST_ASKED) return false;
    const span = spans.pop()!;
    const asking = { query, variables: { ...span }, au: until };
    const page = await readPage<{ readonly instant: string; readonly acte: Acte | null }>(request, asking);
    if (!page) return false;
    const instants = new Set<string>();
    for (const node of page.nodes) {
      if (!node) continue;
      const instant = toMillisecond(node.instant);
      instants.add(instant);
      note(instant, node.acte);
    }
    if (page.totalCount > MOST) spans.push(...spansBetween(span, [...instants].sort()));
  }
  return true;
}

interface Span {
  readonly de: string | undefined;
  readonly a: string | undefined;
}

/** What is left of a span once some instants of it are known. */
function spansBetween({ de, a }: Span, instants: readonly string[]): readonly Span[] {
  const starts = [de, ...instants];
  const ends = [...instants.map(justBefore), a];
  return starts
    .map((start, rank) => ({ de: start, a: ends[rank] }))
    .filter(({ de: start, a: end }) => start === undefined || end === undefined || start < end);
}

const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** The memory is read to the millisecond. */
export const toMillisecond = (instant: string): string => new Date(instant).toISOString();

async function readPage<Item>(
  { readAside }: MountRequest,
  asked: Parameters<MountRequest['readAside']>[0],
): Promise<Page<Item> | undefined> {
  const result = await readAside(asked);
  if (result.errors) return undefined;
  const { page } = (dataOf(result) ?? {}) as { readonly page?: Page<Item> | null };
  return page ?? undefined;
}
