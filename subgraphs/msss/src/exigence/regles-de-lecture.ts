import { type ProvenanceRow, toProvenance } from '@palier/runtime/provenance';
import type { RegleDeLecture } from './exigence.type.ts';

/** The ministry's mandate to determine the expected standards. */
export const MANDAT_STANDARDS = 'M6';

const REGLE_PRECEDENCE = defineRegle(
  'La fiche est la norme, l’Annexe II en est la synthèse : le comparateur retenu est celui de la fiche. Le statut reste celui de l’Annexe II, et les deux assertions restent visibles.',
  {
    document: '003',
    section: 'Annexe II',
    lignes: 'L2200',
    note: 'L’Annexe II s’intitule synthèse ; aucun texte ne dit laquelle des deux l’emporte.',
  },
);

/** Where one source alone speaks, or none. */
const REGLE_SANS_PARTAGE = defineRegle(
  'L’Annexe II et la fiche n’en parlent pas toutes deux : rien n’est à départager, et un seuil est celui de la source qui l’écrit.',
  {
    document: '003',
    section: 'Annexe II',
    lignes: 'L2200',
    note: 'Se lit des `assertions` : une pour chaque source qui parle.',
  },
);

/** How what both say is read. @param sources those that speak */
export const reglePrecedenceOf = (sources: readonly string[]): RegleDeLecture =>
  new Set(sources).size > 1 ? REGLE_PRECEDENCE : REGLE_SANS_PARTAGE;

export const REGLE_TERRITOIRE = defineRegle(
  'Le document 003 parle du territoire local d’un CSSS, donc d’un RLS. Palier lit l’exigence sur chacun des 166 territoires de CLSC.',
  {
    document: '003',
    section: 'Partie 1, contexte et principes',
    lignes: 'L132-136',
    note: 'Aucun texte ne fait cette transposition : voir l’écart X-13.',
  },
);

export const REGLE_ARBITRAGE = defineRegle(
  'Le ministère, qui détermine les standards attendus (mandat M6), a la main pour trancher un désaccord.',
  {
    document: '004',
    section: '3.2.1',
    lignes: 'L1787-1788',
    note: 'M6 ne nomme pas le document 003 et aucun texte ne désigne d’arbitre : voir l’écart X-14.',
  },
);

export const REGLE_RATTACHEMENT = defineRegle(
  'Les exigences du document 003 se rattachent au mandat M6 du ministère.',
  {
    document: '004',
    section: '3.2.1',
    lignes: 'L1787-1788',
    note: 'M6 parle de standards attendus sans les nommer, et le document 004 ne cite pas le 003 : voir l’écart X-14.',
  },
);

function defineRegle(enonce: string, source: Omit<ProvenanceRow, 'origine' | 'confiance'>): RegleDeLecture {
  return { enonce, provenance: toProvenance({ origine: 'INFERENCE', confiance: 'inféré', ...source }) };
}
