import { toProvenance } from '@palier/runtime/provenance';
import type { Population } from './population.type.ts';
import type { PositionRepere, SituationPopulation } from './territoire-clsc.type.ts';

export const BORNE_BASSE = 25_000;
export const BORNE_HAUTE = 50_000;

const AVERTISSEMENT =
  'Repère international, non une règle : le transposer ici oblige à compter avec l’offre professionnelle, sa densité réelle et la capacité de la répartir entre les territoires.';

/** Places a population against the reference size of document 004; it warns, and never judges. */
export function situatePopulation(population: Population): SituationPopulation {
  return {
    position: placeOf(population.nombre),
    borneBasse: BORNE_BASSE,
    borneHaute: BORNE_HAUTE,
    population,
    avertissement: AVERTISSEMENT,
    provenance: toProvenance({
      origine: 'TEXTE',
      document: '004',
      section: '2.1.1',
      lignes: 'L608-611, L632-634',
    }),
  };
}

function placeOf(nombre: number): PositionRepere {
  if (nombre < BORNE_BASSE) return 'SOUS_LE_REPERE';
  if (nombre > BORNE_HAUTE) return 'AU_DESSUS_DU_REPERE';
  return 'DANS_LE_REPERE';
}
