import { renderTable } from '../markdown.ts';

import { FAULTS, type Fault } from './faulty-proxy.ts';

/** What the gateway promises of an answer when one level fails. `docs/security.md` shows this table. */
export interface FaultPromise {
  /** Code of each error; nothing when the answer is whole. */
  readonly code: 'SERVICE_INDISPONIBLE' | 'DELAI_DEPASSE' | 'REPONSE_INVALIDE' | undefined;
  readonly retryable: boolean;
  /** Times a read is sent, at most; a mutation is sent once whatever happens. */
  readonly reads: 1 | 2;
  /** Whether the answer waits for the whole deadline of the level. */
  readonly waits: boolean;
}

const UNAVAILABLE: FaultPromise = { code: 'SERVICE_INDISPONIBLE', retryable: true, reads: 2, waits: false };
const LATE: FaultPromise = { code: 'DELAI_DEPASSE', retryable: true, reads: 1, waits: true };

export const PROMISES: Readonly<Record<Fault, FaultPromise>> = {
  latence: { code: undefined, retryable: false, reads: 1, waits: false },
  suspension: LATE,
  reset: UNAVAILABLE,
  'fermeture lente': LATE,
  tronquée: UNAVAILABLE,
  '500': UNAVAILABLE,
  'JSON faux': { code: 'REPONSE_INVALIDE', retryable: false, reads: 1, waits: false },
  panne: UNAVAILABLE,
};

/** One question that all three levels answer, each by a root field of its own and by a field it adds to a territory. */
export const QUESTION = `query Panne($mesure: ID!) {
  exigence(code: "A-P11:INFO_SOCIAL") { code }
  indicateur(code: "I-A-G7") { code }
  mesure(id: $mesure) { valeur }
  territoireClsc(code: "06112") { nom etablissement { abrege } mesures(first: 1) { nodes { valeur } } }
}`;

/** The fields of the question that are null when a level gives nothing. Everything else is given. */
export const NULLS: Readonly<Record<string, readonly string[]>> = {
  msss: ['exigence', 'territoireClsc'],
  'sante-quebec': ['indicateur', 'territoireClsc.etablissement'],
  etablissements: ['mesure', 'territoireClsc.mesures'],
};

/** Whether the answer had been kept, and whether the level still tells the version of its data while it fails. */
export const KEPT = ['JAMAIS GARDÉE', 'GARDÉE, VERSION PERDUE', 'GARDÉE, VERSION CONNUE'] as const;
export type Kept = (typeof KEPT)[number];

/** An answer that was kept is given while the level fails only if its version is still known; else it is as never kept. */
export const isGivenFromStore = (kept: Kept): boolean => kept === 'GARDÉE, VERSION CONNUE';

const SAYS: Readonly<Record<Fault, string>> = {
  latence: 'slow, within its deadline',
  suspension: 'takes the call and never answers',
  reset: 'resets the connection',
  'fermeture lente': 'answers by drops, without end',
  tronquée: 'closes in the middle of its answer',
  '500': 'answers 500 with a page',
  'JSON faux': 'answers what is not JSON',
  panne: 'listens no more',
};

/** The table, as the page has it. */
export function renderPromises(): string {
  const header = ['the level…', 'code', '`retryable`', 'reads sent', 'mutations sent', 'the answer comes'];
  const rows = FAULTS.map((fault) => {
    const { code, retryable, reads, waits } = PROMISES[fault];
    return [
      SAYS[fault],
      code ? `\`${code}\`` : 'no error',
      code ? String(retryable) : '',
      String(reads),
      '1',
      waits ? 'at the deadline' : 'at once',
    ];
  });
  return renderTable([header, ...rows]);
}

/** The fields that go null, as the page has them. */
export function renderNulls(): string {
  const rows = Object.entries(NULLS).map(([level, paths]) => [
    `\`${level}\``,
    paths.map((path) => `\`${path}\``).join(', '),
  ]);
  return renderTable([['when it gives nothing', 'null'], ...rows]);
}

/** Columns as wide as their widest cell, as the formatter of this repository has them. */
