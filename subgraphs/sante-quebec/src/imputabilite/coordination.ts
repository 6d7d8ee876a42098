import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import { CAMPAGNE_ABSENTE, loadCurrentCampagne } from '../campagne/campagne.loader.ts';
import type { CampagneValue } from '../campagne/campagne.type.ts';
import { canevasLoader, cellulesByCanevas } from '../canevas/canevas.loader.ts';
import { loadEtablissementOfTerritoire } from '../etablissement/etablissement.loader.ts';
import { indicateurByExigence } from '../indicateur/indicateur.loader.ts';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import type { Context } from '../tables.ts';
import type { CoordonnePar, Imputabilite } from './imputabilite.type.ts';

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

/** How Santé Québec coordinates the accounting on one exigence: by its indicateur, in the current campagne. */
export async function loadCoordination(
  context: Context,
  { territoire, exigence, motifSansCompte }: Imputabilite,
): Promise<CoordonnePar> {
  if (motifSansCompte != null) return withoutAccount(motifSansCompte);
  const [indicateur, campagne, etablissement] = await Promise.all([
    indicateurByExigence.load(context, exigence),
    loadCurrentCampagne(context),
    loadEtablissementOfTerritoire(context, territoire),
  ]);
  if (etablissement?.categorie !== 'ETABLISSEMENT_TERRITORIAL') return withoutAccount(HORS_SANTE_QUEBEC);
  const asked = await isAsked(context, campagne, exigence);
  if (campagne === null || !asked)
    return {
      ...COORDINATION,
      indicateur,
      canevas: null,
      campagne: null,
      absence: sayAbsence(campagne, indicateur),
    };
  const canevas = await canevasLoader.load(context, campagne.canevasCode);
  return { ...COORDINATION, indicateur, canevas, campagne, absence: null };
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

async function isAsked(context: Context, campagne: CampagneValue | null, exigence: string): Promise<boolean> {
  if (campagne === null) return false;
  const asked = await cellulesByCanevas.load(context, campagne.canevasCode);
  return asked.some(({ exigenceCode }) => exigenceCode === exigence);
}

function sayAbsence(campagne: CampagneValue | null, indicateur: Indicateur | null): AbsenceValue {
  if (indicateur === null)
    return deducedOfSanteQuebec(
      'S1',
      'Aucun indicateur ne met cette exigence au travail : elle n’a pas de seuil chiffré auquel comparer une mesure, et aucun canevas publié ne dit comment en rendre compte. Que Santé Québec doive le dire (004, 3.2.2, L1804-1805) est une inférence (X-14).',
    );
  if (campagne === null) return CAMPAGNE_ABSENTE;
  return nothingOwed(
    `Le canevas de la campagne ${campagne.code} ne demande pas cette exigence, et aucun texte n’oblige à la demander.`,
  );
}
