import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { type GraphPage, askNodes } from '@palier/runtime/ask-nodes';
import type { LevelJournal } from '@palier/runtime/journal/level-journal';
import { contenuInvalide, RefusActe } from '@palier/runtime/acts/refus';

/** What an établissement says of a version. */
interface ReadReddition {
  readonly campagne: string;
  readonly version: number;
  readonly etat: string;
  readonly etablissement: { readonly code: string } | null;
  readonly depasseePar: { readonly id: string; readonly version: number } | null;
}

interface ReadLignes {
  readonly lignes: GraphPage<{ readonly mesureId: string }>;
}

export interface Examined {
  readonly reddition: string;
  readonly campagne: string;
  readonly etablissement: string;
  readonly version: number;
}

/**
 * The version as its établissement holds it. Raises ACTE_REFUSE when it was not submitted, and when another has followed: what
 * would be said of it, the next version would not have to answer.
 */
export async function askExamined(journal: LevelJournal, reddition: string): Promise<Examined> {
  const { reddition: read } = await askOrRefuse<{ reddition: ReadReddition | null }>(
    journal,
    `query RedditionAExaminer($id: ID!) {
      reddition(id: $id) { campagne version etat etablissement { code } depasseePar { id version } }
    }`,
    { id: reddition },
  );
  if (read?.etablissement == null)
    throw contenuInvalide({
      regle: { code: 'REDDITION_CONNUE', origine: 'INFERENCE' },
      motif: `Aucun établissement n’a de reddition ${reddition}.`,
      remede: 'Nommez-en une : « redditions » les énumère.',
    });
  refuseUnexaminable(read);
  return {
    reddition,
    campagne: read.campagne,
    etablissement: read.etablissement.code,
    version: read.version,
  };
}

/** Raises ACTE_REFUSE for a version that was not submitted, that was withdrawn, or that another has followed. */
export function refuseUnexaminable({ etat, depasseePar }: Pick<ReadReddition, 'etat' | 'depasseePar'>): void {
  if (etat !== 'SOUMISE')
    throw new RefusActe({
      regle: { code: 'EXAMINER_CE_QUI_EST_SOUMIS', origine: 'INFERENCE' },
      motif: `Cette version est à l’état ${etat} : seule une version soumise s’examine.`,
      remede: 'Attendez que l’établissement la soumette.',
    });
  if (depasseePar !== null)
    throw new RefusActe({
      regle: { code: 'EXAMINER_LA_DERNIERE', origine: 'INFERENCE' },
      motif: `La version ${depasseePar.version} a suivi celle-ci : c’est d’elle que la suivante aura à répondre.`,
      remede: `Examinez ${depasseePar.id} ; « ecartsDepuis » dit ce qui y a changé.`,
    });
}

const PAGE = 1_000;

/** Raises CONTENU_INVALIDE for cells that the version does not hold. */
export async function refuseForeignCells(
  journal: LevelJournal,
  reddition: string,
  mesures: readonly string[],
): Promise<void> {
  const missing = new Set(mesures);
  const lignes = askNodes(async (after) => {
    const read = await askOrRefuse<{ readonly reddition: ReadLignes | null }>(
      journal,
      `query LignesAExaminer($id: ID!, $first: Int!, $after: String) {
        reddition(id: $id) { lignes(first: $first, after: $after) { nodes { mesureId } pageInfo { hasNextPage endCursor } } }
      }`,
      { id: reddition, first: PAGE, after },
    );
    return read.reddition?.lignes;
  });
  for await (const { mesureId } of lignes) {
    missing.delete(mesureId);
    if (missing.size === 0) return;
  }
  if (missing.size > 0)
    throw contenuInvalide({
      regle: { code: 'RETOURNER_CE_QUI_EST_PORTE', origine: 'INFERENCE' },
      motif: `Cette version ne porte pas : ${[...missing].slice(0, 20).join(', ')}.`,
      remede: 'Nommez des mesures qu’elle porte : « lignes » les énumère.',
    });
}
