import { sayInstantHere } from '@palier/calls/say-instant';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import type { OperationResult } from '../../../request/operation.ts';

/** A line of the state page: what it is about, and what is known of it now. */
export interface Fact {
  readonly subject: string;
  readonly said: string;
}

/** Asks the graph as anybody may. */
export type AskAnonymously = (query: string) => Promise<Pick<OperationResult, 'data' | 'errors'>>;

const UNKNOWN = 'non dit ici';

interface FactQuestion {
  readonly subject: string;
  /** @returns nothing where the graph does not tell it */
  readonly say: (ask: AskWhole) => Promise<string | undefined>;
}

/** @returns nothing for an answer that holds an error */
type AskWhole = <Data>(query: string) => Promise<Data | undefined>;

interface Journal {
  readonly totalCount: number;
  readonly nodes: readonly { readonly recu: { readonly signature: string } | null }[];
}

const LEVELS = [
  [LEVEL_NAMES.MSSS.suffix, 'Journal du ministère'],
  [LEVEL_NAMES.SANTE_QUEBEC.suffix, 'Journal de Santé Québec'],
  [LEVEL_NAMES.ETABLISSEMENT.suffix, 'Journal des établissements'],
] as const;

const QUESTIONS: readonly FactQuestion[] = [
  {
    subject: 'Démonstration',
    say: async (ask) => {
      const told = await ask<{ mesures: { nodes: { provenance: { origine: string } }[] } }>(
        '{ mesures(first: 1) { nodes { provenance { origine } } } }',
      );
      if (told === undefined) return undefined;
      const [first] = told.mesures.nodes;
      if (first === undefined) return 'absente ; aucune mesure n’est déclarée';
      return first.provenance.origine === 'DEMONSTRATION'
        ? 'chargée : les mesures, les gestionnaires et les offres de service sont fictifs'
        : 'absente : les mesures ont été déclarées';
    },
  },
  {
    subject: 'Dernière consolidation',
    say: sayLastConsolidation,
  },
  ...LEVELS.map(([name, subject]): FactQuestion => {
    return {
      subject,
      say: async (ask) => {
        const told = await ask<{ journal: Journal }>(
          `{ journal: journal${name}(first: 1, sens: DECROISSANT) { totalCount nodes { recu { signature } } } }`,
        );
        return told && sayJournal(told.journal);
      },
    };
  }),
];

/** What the graph says of its own data. A question that it does not know, or refuses, is said to be unanswered. */
export async function probeFacts(ask: AskAnonymously): Promise<readonly Fact[]> {
  const askWhole: AskWhole = async <Data>(query: string) => {
    const { data, errors } = await ask(query).catch(() => ({ data: undefined, errors: [] }));
    return data != null && errors === undefined ? (data as Data) : undefined;
  };
  return Promise.all(
    QUESTIONS.map(async ({ subject, say }) => ({ subject, said: (await say(askWhole)) ?? UNKNOWN })),
  );
}

/** Each campagne is consolidated by itself: the last that was is not always the current one. */
async function sayLastConsolidation(ask: AskWhole): Promise<string | undefined> {
  const told = await ask<{ campagnes: { nodes: { code: string }[] } }>(
    '{ campagnes(first: 1000) { nodes { code } } }',
  );
  if (told === undefined) return undefined;
  const answers = await Promise.all(
    told.campagnes.nodes.map(async ({ code }) => {
      const answer = await ask<{ bilanQuebec: { consolideLe: string } | null }>(
        `{ bilanQuebec(campagne: ${JSON.stringify(code)}) { consolideLe } }`,
      );
      return answer && { code, bilan: answer.bilanQuebec };
    }),
  );
  if (answers.includes(undefined)) return undefined;
  const [last] = answers
    .flatMap((one) => (one?.bilan ? [{ code: one.code, instant: one.bilan.consolideLe }] : []))
    .toSorted((one, other) => Date.parse(other.instant) - Date.parse(one.instant));
  return last === undefined ? 'aucune' : `${sayInstantHere(last.instant)}, campagne ${last.code}`;
}

function sayJournal({ totalCount, nodes }: Journal): string {
  if (totalCount === 0) return 'aucun acte';
  const acts = totalCount === 1 ? '1 acte' : `${totalCount} actes`;
  // That of the last act is the last: the name of the journal, the number of acts, the root (C2SP).
  const size = nodes[0]?.recu?.signature.split('\n')[1];
  return size === undefined ? acts : `${acts} ; dernier point de contrôle signé à l’acte ${size}`;
}
