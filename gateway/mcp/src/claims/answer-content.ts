import { writeJson } from '@palier/calls/json/write-json';
import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MountRequest } from '@palier/gateway/http/mount';
import { readTitles } from '@palier/adresses/read-titles';
import { DEMONSTRATION_WARNING } from '@palier/adresses/metadata';
import type { Reading } from './asked-reading.ts';
import type { Absence, Claim, Conflict } from './gather-claims.ts';
import { quote } from '../tool/read-arguments.ts';

/** What a tool answers, beside its data: `docs/assistants.md` says each. */
export interface AnswerContent {
  readonly data: unknown;
  readonly citations: readonly unknown[];
  readonly conflits: readonly unknown[];
  readonly absences: readonly unknown[];
  readonly demonstration: boolean;
  readonly avertissement: string | null;
  /** When it was about to be read; and the past instant that was asked, null for what is known now. */
  readonly lu: string;
  readonly asOf: string | null;
  /** Of the data of each level that was asked. */
  readonly versions: Readonly<Record<string, string>>;
  /** From the root of the site: what `verifier` takes, with « # » and a JSON pointer. Empty of what no address says. */
  readonly adresse: string;
  /** What `after` takes to read what follows; null at the end. */
  readonly suite: string | null;
  /** Lists that go on, and that no argument goes on from. */
  readonly listesIncompletes: unknown;
  /** What could not be told: the rest stands. */
  readonly erreurs: readonly unknown[];
}

/** Characters of an answer; more would drown whoever reads it. */
export const LONGEST = 200_000;

/** A field at the root that is asked one thing by its code. */
export interface AskedThing {
  /** As the answer names it. */
  readonly key: string;
  readonly type: string;
  readonly code: string;
}

/**
 * @param things whose null says that nothing has their code
 * @throws {GraphFault} what the graph refuses whole. @throws {Refusal} LIMITE_DEPASSEE of an answer that is too long
 */
export async function toContent(
  reading: Reading,
  request: MountRequest,
  addressOf: (asOf: string | undefined) => string,
  things: readonly AskedThing[],
): Promise<AnswerContent> {
  const { data, citations, conflits, absences, next, cuts, lu, result } = reading;
  const errors = result.errors ?? [];
  if (errors.length > 0 && isVoid(data)) throw new GraphFault(errors);
  const isDemonstration = citations.some(({ said }) => said.origine === 'DEMONSTRATION');
  const isCited = citations.some(({ said }) => said.document);
  const titles = isCited ? await readTitles(request) : new Map<string, string>();
  const content: AnswerContent = {
    data,
    citations: citations.map(({ said: { origine, document, section, lignes }, ...claim }) => ({
      origine,
      document: document?.code ?? null,
      titre: (document && titles.get(document.code)) ?? null,
      section: section ?? null,
      lignes: lignes ?? null,
      ...where(claim),
    })),
    conflits: conflits.map(toConflict),
    absences: [
      ...absences.map(toOwedAbsence),
      ...things
        .filter(({ key }) => isUnknown(data, key) && !errors.some(({ path }) => path?.[0] === key))
        .map(toAbsence),
    ],
    demonstration: isDemonstration,
    avertissement: isDemonstration ? DEMONSTRATION_WARNING : null,
    lu,
    asOf: request.instant() ?? null,
    versions: toVersions(result),
    adresse: addressOf(request.instant()),
    suite: next ?? null,
    listesIncompletes: where(cuts),
    erreurs: errors.map(({ message, path, extensions }) => ({
      message,
      code: extensions?.['code'] ?? null,
      chemin: path === undefined ? null : `/data/${path.join('/')}`,
    })),
  };
  refuseLong(content);
  return content;
}

export const toConflict = ({ said, ...claim }: Claim<Conflict>) => ({ ...said, ...where(claim) });

export const toOwedAbsence = ({
  said: { motif, origine, doitRepondre, mandat },
  ...claim
}: Claim<Absence>) => ({
  motif,
  origine: origine ?? null,
  doitRepondre: doitRepondre ?? null,
  mandat: mandat ?? null,
  ...where(claim),
});

/** Of the data of each level that was read. */
export const toVersions = ({ sealed }: Reading['result']): Readonly<Record<string, string>> =>
  Object.fromEntries((sealed?.versions ?? []).map(([level, version]) => [level, version.trim()]));

const isUnknown = (data: unknown, key: string): boolean =>
  ((data ?? {}) as Readonly<Record<string, unknown>>)[key] == null;

const toAbsence = ({ key, type, code }: AskedThing) => ({
  motif: `À cet instant, aucune chose de type ${type} n’a le code ${quote(code)}.`,
  origine: null,
  doitRepondre: null,
  mandat: null,
  nombre: 1,
  chemins: [`/data/${key}`],
});

const where = ({ count, pointers }: Pick<Claim<unknown>, 'count' | 'pointers'>) => ({
  nombre: count,
  chemins: pointers,
});

/** Nothing came of it: neither a field, nor a null that was not explained. */
const isVoid = (data: unknown): boolean =>
  typeof data !== 'object' || data === null || Object.values(data).every((value) => value === null);

function refuseLong(content: AnswerContent): void {
  const { length } = writeJson(content);
  if (length <= LONGEST) return;
  throw new Refusal('LIMITE_DEPASSEE', {
    detail: `La réponse compterait ${length} caractères ; un outil en donne ${LONGEST} au plus. Restreignez par les arguments de l’outil (un territoire, un service, « first »).`,
    facts: { mesure: 'caractères', limite: LONGEST, compte: length },
  });
}
