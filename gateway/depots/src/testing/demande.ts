import type { Demande } from '../demande/demande.ts';

/** What a campagne asks, for tests: two territories, two periods, four cells, one measure already entered. */
export const DEMANDE: Demande = {
  campagne: { code: '2026-2027', nom: 'Campagne 2026-2027', canevas: '2026-2027-V2', statut: 'OUVERTE' },
  etablissement: { code: '11045119', nom: 'CISSS du Bas-Saint-Laurent' },
  territoires: [
    { code: '01111', nom: 'Kamouraska' },
    { code: '01121', nom: 'Rivière-du-Loup' },
  ],
  periodes: ['2026-2027-P12', '2026-2027-P13'],
  commencees: ['2026-2027-P12', '2026-2027-P13'],
  cellules: [
    {
      exigence: 'A-G7:AAOR',
      volet: 'en personne',
      unite: 'h/sem',
      libelle: 'Heures',
      frequence: 'PERIODE_FINANCIERE',
    },
    {
      exigence: 'A-G7:AAOR',
      volet: 'par téléphone',
      unite: 'h/sem',
      libelle: 'Heures',
      frequence: 'PERIODE_FINANCIERE',
    },
    { exigence: 'A-P5:AAOR', volet: null, unite: 'h', libelle: 'Délai', frequence: 'PERIODE_FINANCIERE' },
    { exigence: 'A-P9:AAOR', volet: null, unite: 'h', libelle: 'Bilan', frequence: 'EXERCICE' },
  ],
  revision: 1,
  presentes: [
    {
      mesure: '2026-2027-P12:01111:A-P5:AAOR',
      territoire: '01111',
      exigence: 'A-P5:AAOR',
      volet: null,
      periode: '2026-2027-P12',
      valeur: 2,
      statut: null,
      numerateur: null,
      denominateur: null,
      justification: null,
    },
  ],
};
