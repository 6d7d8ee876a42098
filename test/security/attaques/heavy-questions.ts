import { attack, type Attack } from './attack.ts';

const MESURES = 'territoiresClsc{nodes{mesures(first:200){nodes{id valeur}}}}';
const VERDICTS = 'territoiresClsc{nodes{mesures{nodes{id valeur verdict{etat motif}}}}}';

const times = (count: number, write: (rank: number) => string): string =>
  Array.from({ length: count }, (_, rank) => write(rank)).join(' ');
/** Territories of territories: each turn of the chain multiplies the answer by five. */
const chain = (turns: number): string =>
  `{territoireClsc(code:"06112"){${'reseauTerritorial{reseauxLocaux{territoires{'.repeat(turns)}code${'}}}'.repeat(turns)}}}`;

/** Small questions on Palier's own graph, whose answers take much from its levels and their database. */
export const HEAVY_QUESTIONS: readonly Attack[] = [
  attack('mesures-comptees', () => '{territoiresClsc(first:1000){nodes{mesures{totalCount}}}}'),
  attack('toutes-les-mesures', () => `{${MESURES}}`),
  attack(
    'toutes-les-mesures-en-detail',
    () =>
      `{territoiresClsc{nodes{nom mesures(first:200){nodes{id valeur unite statut saisieLe periode{code rang} provenance{origine note}}}}}}`,
  ),
  attack('toutes-les-mesures-trois-fois', () => `{${times(3, (n) => `a${n}:${MESURES}`)}}`),
  attack('verdicts', () => `{${VERDICTS}}`),
  attack('verdicts-quatorze-fois', () => `{${times(14, (n) => `a${n}:${VERDICTS}`)}}`),
  attack(
    'obligations-par-territoire',
    () =>
      '{territoiresClsc{nodes{obligations(first:200){nodes{id etat}} mesures(first:200){pageInfo{endCursor} totalCount}}}}',
  ),
  attack(
    'assertions-et-ecarts',
    () =>
      '{exigences(first:402){nodes{code seuils{valeur} assertions{source seuil{valeur}} ecarts{code titre detail}}}}',
  ),
  attack('recherches', () => `{${times(20, (n) => `r${n}:recherche(texte:"a${n}"){nodes{extrait}}`)}}`),
  ...[2, 4, 5, 6, 8].map((turns) => attack(`chaine-de-territoires-${turns}`, () => chain(turns))),
];
