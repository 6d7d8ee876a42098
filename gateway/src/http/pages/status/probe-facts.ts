import { sayInstant } from '../../../document/say-instant.ts';
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
  readonly query: string;
  /** Reads the answer, which holds no error. */
  readonly say: (data: never) => string;
}

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
    query: '{ mesures(first: 1) { nodes { provenance { origine } } } }',
    say: ({ mesures }: { mesures: { nodes: { provenance: { origine: string } }[] } }) => {
      const [first] = mesures.nodes;
      if (first === undefined) return 'absente ; aucune mesure n’est déclarée';
      return first.provenance.origine === 'DEMONSTRATION'
        ? 'chargée : les mesures, les gestionnaires et les offres de service sont fictifs'
        : 'absente : les mesures ont été déclarées';
    },
  },
  {
    subject: 'Dernière consolidation',
    query: '{ territoiresClsc(first: 1) { nodes { bilan { consolideLe campagne { code } } } } }',
    say: ({ territoiresClsc }: Consolidated) => {
      const bilan = territoiresClsc.nodes[0]?.bilan;
      if (bilan == null) return 'aucune';
      const campagne = bilan.campagne === null ? '' : `, campagne ${bilan.campagne.code}`;
      return `${sayInstantHere(bilan.consolideLe)}${campagne}`;
    },
  },
  ...LEVELS.map(([name, subject]): FactQuestion => {
    return {
      subject,
      query: `{ journal: journal${name}(first: 1) { totalCount nodes { recu { signature } } } }`,
      say: ({ journal }: { journal: Journal }) => sayJournal(journal),
    };
  }),
];

interface Consolidated {
  readonly territoiresClsc: {
    readonly nodes: readonly {
      readonly bilan: {
        readonly consolideLe: string;
        readonly campagne: { readonly code: string } | null;
      } | null;
    }[];
  };
}

/** What the graph says of its own data. A question that it does not know, or refuses, is said to be unanswered. */
export async function probeFacts(ask: AskAnonymously): Promise<readonly Fact[]> {
  return Promise.all(
    QUESTIONS.map(async ({ subject, query, say }) => {
      const { data, errors } = await ask(query).catch(() => ({ data: undefined, errors: [] }));
      const isWhole = data != null && errors === undefined;
      return { subject, said: isWhole ? say(data as never) : UNKNOWN };
    }),
  );
}

function sayJournal({ totalCount, nodes }: Journal): string {
  if (totalCount === 0) return 'aucun acte';
  const acts = totalCount === 1 ? '1 acte' : `${totalCount} actes`;
  // A signed checkpoint: the name of the journal, the number of acts, the root (C2SP).
  const size = nodes[0]?.recu?.signature.split('\n')[1];
  return size === undefined ? acts : `${acts} ; dernier point de contrôle signé à l’acte ${size}`;
}

/** In the hour of Québec, which it names. */
export const sayInstantHere = (instant: Date | string): string => `${sayInstant(instant)} (heure de Québec)`;
