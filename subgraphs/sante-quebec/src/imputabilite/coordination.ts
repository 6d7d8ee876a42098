import type { AbsenceValue } from '@palier/runtime/absence';
import { toProvenance } from '@palier/runtime/provenance';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import { CAMPAGNE_ABSENTE, loadCurrentCampagne } from '../campagne/campagne.loader.ts';
import type { CampagneValue } from '../campagne/campagne.type.ts';
import { canevasLoader, indicateursByCanevas } from '../canevas/canevas.loader.ts';
import { indicateurByExigence } from '../indicateur/indicateur.loader.ts';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import { isQualityRow } from '../indicateur/quality-row.ts';
import type { Context } from '../tables.ts';
import type { CoordonnePar } from './imputabilite.type.ts';

const COORDINATION = {
  palier: { code: 'SANTE_QUEBEC' },
  mandat: { code: 'S4' },
  outil: { code: 'S1' },
  provenance: toProvenance({
    origine: 'TEXTE',
    document: '004',
    section: '3.2.2',
    lignes: 'L1813-1814',
    note: 'outil : L1804-1805',
  }),
  lien: toProvenance({
    origine: 'INFERENCE',
    confiance: 'inféré',
    note: 'le document 004 ne cite pas le document 003 : rattacher une exigence de 003 aux mandats S4 et S1 est une inférence (X-14)',
  }),
} as const;

/** Nobody owes what document 003 excludes. */
const QUALITE: AbsenceValue = {
  motif:
    'Standard de qualité : le document 003 exclut qu’il serve d’indicateur (Annexe II, L2395-2400) ; aucun canevas ne peut le demander.',
  doitRepondre: null,
  mandat: null,
};

/** How Santé Québec coordinates the accounting on one exigence: by its indicateur, in the current campagne. */
export async function loadCoordination(context: Context, exigence: string): Promise<CoordonnePar> {
  const [indicateur, campagne] = await Promise.all([
    indicateurByExigence.load(context, exigence),
    loadCurrentCampagne(context),
  ]);
  const asked = await isAsked(context, campagne, indicateur);
  if (campagne === null || !asked)
    return {
      ...COORDINATION,
      indicateur,
      canevas: null,
      campagne: null,
      absence: sayAbsence(exigence, campagne, indicateur),
    };
  const canevas = await canevasLoader.load(context, campagne.canevasCode);
  return { ...COORDINATION, indicateur, canevas, campagne, absence: null };
}

async function isAsked(
  context: Context,
  campagne: CampagneValue | null,
  indicateur: Indicateur | null,
): Promise<boolean> {
  if (campagne === null || indicateur === null) return false;
  const asked = await indicateursByCanevas.load(context, campagne.canevasCode);
  return asked.some(({ code }) => code === indicateur.code);
}

function sayAbsence(
  exigence: string,
  campagne: CampagneValue | null,
  indicateur: Indicateur | null,
): AbsenceValue {
  if (isQualityRow(exigence)) return QUALITE;
  if (indicateur === null)
    return owedBySanteQuebec(
      'S1',
      'Aucun indicateur ne met cette exigence au travail : elle n’a pas de seuil chiffré auquel comparer une mesure, et aucun canevas publié ne dit comment en rendre compte.',
    );
  if (campagne === null) return CAMPAGNE_ABSENTE;
  return owedBySanteQuebec('S1', `Le canevas de la campagne ${campagne.code} ne demande pas cet indicateur.`);
}
