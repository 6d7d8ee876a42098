import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { type GraphPage, askNodes } from '@palier/runtime/ask-nodes';
import type { LevelJournal } from '@palier/runtime/journal/level-journal';
import { RefusActe } from '@palier/runtime/acts/refus';
import { territoireOf } from '../mesure/mesure-id.ts';
import type { AskedCampagne } from './ask-campagne.ts';

/** What Santé Québec sent back of the last version that it examined, of those that stand. */
export interface Returned {
  readonly reddition: string;
  readonly cellules: readonly {
    readonly mesureId: string;
    readonly attendu: string;
    /** Said where what is expected is not told to whom the graph does not know. */
    readonly texteReserve: string | null;
  }[];
}

interface SubmittedVersion {
  readonly id: string;
  readonly examen: {
    readonly statut: string | null;
    readonly cellules: readonly (Returned['cellules'][number] | null)[];
  } | null;
}

const QUERY = `query CellulesRetournees($campagne: ID!, $etablissement: ID!, $after: String) {
  redditions(campagne: $campagne, etablissement: $etablissement, etat: SOUMISE, tri: VERSION, sens: DECROISSANT, first: 10, after: $after) {
    nodes { id examen { statut cellules { mesureId attendu texteReserve } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * What is to be answered: until another version is examined, each that follows answers for what was sent back, whatever those
 * between them answered. Nothing was sent back of a version that was accepted.
 */
export async function askReturned(
  journal: LevelJournal,
  campagne: string,
  etablissement: string,
): Promise<Returned | undefined> {
  const versions = askNodes(async (after) => {
    const asked = { campagne, etablissement, after };
    return (await askOrRefuse<{ redditions: GraphPage<SubmittedVersion> }>(journal, QUERY, asked)).redditions;
  });
  for await (const { id, examen } of versions) {
    if (examen?.statut == null) continue;
    const cellules = examen.cellules.filter((cell) => cell !== null);
    return cellules.length === 0 ? undefined : { reddition: id, cellules };
  }
  return undefined;
}

/** What was sent back of the territories that the établissement still answers for: of another, there is nothing to answer. */
export function withinTerritoires(
  returned: Returned | undefined,
  { territoires }: Pick<AskedCampagne, 'territoires'>,
): Returned | undefined {
  const cellules = returned?.cellules.filter(({ mesureId }) => territoires.has(territoireOf(mesureId))) ?? [];
  return returned === undefined || cellules.length === 0 ? undefined : { ...returned, cellules };
}

/** What a version is to say of each measure that was sent back. */
export const REPONDRE_A_CHACUNE =
  'Corrigez chacune par un autre chiffre (saisirMesures) : valeur, numérateur, dénominateur, ou statut de ce qui n’en a pas ; ou maintenez-la avec une justification (reponses). Dite AUCUN_CAS ou NON_DISPONIBLE, elle se justifie aussi.';

/** Raises ACTE_REFUSE for measures sent back that a version would not say any more: an answer is kept with what it answers for. */
export function refuseRemoved(returned: Returned | undefined, isRemoved: (mesure: string) => boolean): void {
  const removed = returned?.cellules.flatMap(({ mesureId }) => (isRemoved(mesureId) ? mesureId : [])) ?? [];
  if (removed.length === 0) return;
  throw new RefusActe({
    regle: { code: 'REPONDRE_AUX_RETOURS', origine: 'INFERENCE' },
    motif: `Des mesures retournées seraient ôtées, et la réponse à leur retour avec elles : ${removed.slice(0, 20).join(' ; ')}.`,
    remede: REPONDRE_A_CHACUNE,
  });
}
