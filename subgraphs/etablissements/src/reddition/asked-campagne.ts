import { PalierError } from '@palier/runtime/errors';
import { periodeCode, PERIODES_PAR_EXERCICE } from '@palier/runtime/exercice';
import { askOrRefuse } from '@palier/runtime/journal/ask-or-refuse';
import type { LevelJournal } from '@palier/runtime/journal/level-journal';
import { RefusActe } from '@palier/runtime/journal/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import type { ReadRegle } from '@palier/runtime/regles/judge-mesure';
import { REGLE_FIELDS, type RegleLue, readRegles } from '../regle/regles-en-vigueur.ts';

/** A campagne as Santé Québec opened it, and the territories of the établissement that answers it. */
export interface AskedCampagne {
  readonly code: string;
  readonly exercice: string;
  /** The periods that it asks for. */
  readonly periodes: ReadonlySet<string>;
  /** What it asks for, as `cellName` names it, and how often. */
  readonly cells: ReadonlyMap<string, Frequence>;
  readonly territoires: ReadonlySet<string>;
  /** Last day to submit, exception included; null when it has none. */
  readonly jusquAu: string | null;
  /** The rules that Santé Québec has in force today for what it asks. */
  readonly regles: readonly ReadRegle[];
}

type Frequence = 'PERIODE_FINANCIERE' | 'EXERCICE';

interface Read {
  readonly campagne: {
    readonly exercice: string;
    readonly statut: 'OUVERTE' | 'FERMEE';
    readonly periodes: readonly string[];
    readonly cloture: string | null;
    readonly exceptions: readonly {
      readonly etablissement: { readonly code: string } | null;
      readonly jusquAu: string;
    }[];
    readonly canevas: {
      readonly cellules: readonly ({
        readonly exigenceCode: string;
        readonly volet: string | null;
        readonly frequence: Frequence;
      } | null)[];
      readonly regles: readonly (RegleLue | null)[];
    } | null;
  } | null;
  readonly etablissement: {
    readonly territoires: readonly ({ readonly code: string } | null)[] | null;
  } | null;
}

const QUERY = `query CampagneDemandee($campagne: ID!, $etablissement: ID!, $jour: String!) {
  campagne(code: $campagne) {
    exercice statut periodes cloture
    exceptions { etablissement { code } jusquAu }
    canevas { cellules { exigenceCode volet frequence } regles(enVigueurLe: $jour) { ${REGLE_FIELDS} } }
  }
  etablissement(code: $etablissement) { territoires { code } }
}`;

export const cellName = (exigence: string, volet: string | null): string => `${exigence}/${volet ?? ''}`;

/** Raises ACTE_REFUSE for a campagne that is not open, CONTENU_INVALIDE for an établissement that Santé Québec does not know. */
export async function readCampagne(
  journal: LevelJournal,
  campagne: string,
  etablissement: string,
): Promise<AskedCampagne> {
  const jour = toLocalDay(new Date().toISOString());
  const read = await askOrRefuse<Read>(journal, QUERY, { campagne, etablissement, jour });
  if (read.etablissement === null)
    throw new PalierError(
      'CONTENU_INVALIDE',
      `Santé Québec ne connaît pas d’établissement ${etablissement}.`,
    );
  refuseNotOpen(campagne, read.campagne);
  const { exercice, periodes, cloture, exceptions, canevas } = read.campagne;
  const exception = exceptions.filter((one) => one.etablissement?.code === etablissement).at(-1);
  return {
    code: campagne,
    exercice,
    periodes: new Set(
      periodes.length > 0
        ? periodes
        : Array.from({ length: PERIODES_PAR_EXERCICE }, (_, index) => periodeCode(exercice, index + 1)),
    ),
    cells: new Map(
      canevas?.cellules.flatMap((cell) =>
        cell === null ? [] : [[cellName(cell.exigenceCode, cell.volet), cell.frequence] as const],
      ),
    ),
    territoires: new Set(read.etablissement.territoires?.flatMap((one) => one?.code ?? [])),
    jusquAu: laterOf(cloture, exception?.jusquAu ?? null),
    regles: readRegles(canevas?.regles ?? []),
  };
}

function refuseNotOpen<Campagne extends Pick<NonNullable<Read['campagne']>, 'statut'>>(
  code: string,
  read: Campagne | null,
): asserts read is Campagne {
  if (read?.statut === 'OUVERTE') return;
  throw new RefusActe({
    regle: { code: 'CAMPAGNE_OUVERTE', origine: 'INFERENCE' },
    motif:
      read === null ? `Santé Québec n’a pas ouvert de campagne ${code}.` : `La campagne ${code} est fermée.`,
    remede: '« campagnes » énumère celles qui sont ouvertes.',
  });
}

function laterOf(cloture: string | null, exception: string | null): string | null {
  if (cloture === null || exception === null) return cloture;
  return exception > cloture ? exception : cloture;
}

/**
 * Raises ACTE_REFUSE for a version that Santé Québec has examined, or of a campagne that it has closed: what it retained is what
 * was transmitted and appreciated.
 */
export async function refuseSettled(
  journal: LevelJournal,
  reddition: string,
  campagne: string,
): Promise<void> {
  const read = await askOrRefuse<{
    reddition: { readonly examen: { readonly statut: string | null } | null } | null;
    campagne: Pick<NonNullable<Read['campagne']>, 'statut'> | null;
  }>(
    journal,
    'query VersionARetirer($id: ID!, $campagne: ID!) { reddition(id: $id) { examen { statut } } campagne(code: $campagne) { statut } }',
    { id: reddition, campagne },
  );
  const statut = read.reddition?.examen?.statut ?? null;
  if (statut !== null)
    throw new RefusActe({
      regle: { code: 'RETIRER_AVANT_EXAMEN', origine: 'INFERENCE' },
      motif: `Santé Québec a déjà examiné cette version (${statut}).`,
      remede: 'Soumettez-en une nouvelle : elle peut toujours suivre.',
    });
  refuseNotOpen(campagne, read.campagne);
}
