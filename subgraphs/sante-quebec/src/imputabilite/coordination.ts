import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import { CAMPAGNE_ABSENTE, toCampagne } from '../campagne/campagne.loader.ts';
import { canevasLoader } from '../canevas/canevas.loader.ts';
import { isLastPeriode } from '../consolidation/tally.ts';
import { type AskedByCampagne, readAsked } from '../demande/demande.loader.ts';
import { loadEtablissementOfTerritoire } from '../etablissement/etablissement.loader.ts';
import { indicateurByExigence } from '../indicateur/indicateur.loader.ts';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import type { Context } from '../tables.ts';
import type { CoordonnePar, Imputabilite } from './imputabilite.type.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';

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

const SANS_COORDINATION = toProvenance({
  origine: 'INFERENCE',
  confiance: 'inféré',
  note: 'qu’il n’y ait rien à coordonner est déduit de ce qui fait qu’aucun compte n’est dû : voir absence',
});

const HORS_SANTE_QUEBEC =
  'Le mandat S4 porte sur les établissements territoriaux de Santé Québec (004, 3.2.2), et aucun ne dirige ce territoire (de mémoire, non vérifié) : aucun texte n’y fait coordonner de reddition.';

/** How Santé Québec coordinates the accounting on one exigence: by its indicateur, in the campagne that asks for it. */
export async function loadCoordination(
  context: Context,
  { territoire, exigence, motifSansCompte }: Imputabilite,
): Promise<CoordonnePar> {
  if (motifSansCompte != null) return withoutAccount(motifSansCompte);
  const [indicateur, asked, etablissement] = await Promise.all([
    indicateurByExigence.load(context, exigence),
    readAsked(context, 'all'),
    loadEtablissementOfTerritoire(context, territoire),
  ]);
  if (etablissement?.categorie !== 'ETABLISSEMENT_TERRITORIAL') return withoutAccount(HORS_SANTE_QUEBEC);
  const asking = findAsking(asked, exigence);
  if (asking === undefined)
    return {
      ...COORDINATION,
      indicateur,
      canevas: null,
      campagne: null,
      absence: sayAbsence(asked, indicateur),
    };
  const canevas = await canevasLoader.load(context, asking.canevas_code);
  return { ...COORDINATION, indicateur, canevas, campagne: toCampagne(asking), absence: null };
}

/** What does not have to be accounted for is coordinated by nobody. */
function withoutAccount(motif: string): CoordonnePar {
  return {
    palier: null,
    mandat: null,
    outil: null,
    indicateur: null,
    canevas: null,
    campagne: null,
    absence: nothingOwed(motif),
    provenance: SANS_COORDINATION,
    lien: SANS_COORDINATION,
  };
}

/** Of those that ask for it, the one that is meant when none is named. */
const findAsking = (asked: readonly AskedByCampagne[], exigence: string): CampagneTable | undefined =>
  asked
    .filter(({ cellules, periodes }) =>
      cellules.some(
        (cellule) => cellule.exigence === exigence && (!cellule.annuelle || periodes.some(isLastPeriode)),
      ),
    )
    .toSorted((one, other) => one.campagne.rang - other.campagne.rang)[0]?.campagne;

function sayAbsence(asked: readonly AskedByCampagne[], indicateur: Indicateur | null): AbsenceValue {
  if (indicateur === null)
    return deducedOfSanteQuebec(
      'S1',
      'Aucun indicateur ne met cette exigence au travail : elle n’a pas de seuil chiffré auquel comparer une mesure, et aucun canevas publié ne dit comment en rendre compte. Que Santé Québec doive le dire (004, 3.2.2, L1804-1805) est une inférence (X-14).',
    );
  if (asked.length === 0) return CAMPAGNE_ABSENTE;
  return nothingOwed('Aucune campagne ne demande cette exigence, et aucun texte n’oblige à la demander.');
}
