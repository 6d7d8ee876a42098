import { attack, type Attack } from './attack.ts';

const MESURES = 'territoiresClsc{nodes{mesures(first:200){nodes{id valeur}}}}';
const VERDICTS = 'territoiresClsc{nodes{mesures{nodes{id valeur verdict{etat motif}}}}}';

const times = (count: number, write: (rank: number) => string): string =>
  Array.from({ length: count }, (_, rank) => write(rank)).join(' ');
/** Territories of territories: each turn of the chain multiplies the answer by five. */
const chain = (turns: number): string =>
  `{territoireClsc(code:"06112"){${'reseauTerritorial{reseauxLocaux{territoires{'.repeat(turns)}code${'}}}'.repeat(turns)}}}`;

/** A thousand characters, each sum of which has longer numbers than the one before. */
const LONG_RULE = Array.from(
  { length: 40 },
  (_, rank) => `1/(valeur+1.0000000000${String(rank).padStart(2, '0')}1)`,
).join('+');

/** Thirty readings that each look through a whole table, and give next to nothing. */
const LONG_READINGS: readonly (readonly [string, (rank: number) => string])[] = [
  ['regles-essayees', (n) => `a${n}:mesuresTouchees(expression:"valeur >= ${n}"){jugees}`],
  ['regles-longues-essayees', (n) => `a${n}:mesuresTouchees(expression:"${LONG_RULE} > ${n}"){jugees}`],
  [
    'verdicts-cherches',
    (n) =>
      `a${n}:mesures(first:1 verdict:INDETERMINE exercice:"2025-2026" periodeDe:"2025-2026-P01" periodeA:"2025-2026-P${String(1 + (n % 13)).padStart(2, '0')}" statut:${n < 13 ? 'PROVISOIRE' : 'REVISEE'}){nodes{id}}`,
  ],
  [
    'verdicts-comptes',
    (n) => `a${n}:mesures(verdict:CONFORME region:"${String(1 + (n % 18)).padStart(2, '0')}"){totalCount}`,
  ],
  [
    'ordres-sans-index',
    (n) => `a${n}:mesures(first:1 tri:VALEUR region:"${String(1 + (n % 18)).padStart(2, '0')}"){nodes{id}}`,
  ],
  ['recherches-differentes', (n) => `a${n}:recherche(texte:"clsc ${n}" first:1){nodes{code}}`],
  [
    'differences',
    (n) => `a${n}:differencesMsss(first:1 type:"${n % 2 ? 'Exigence' : 'Document'}"){totalCount}`,
  ],
];

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
  ...LONG_READINGS.map(([name, write]) => attack(name, () => `{${times(30, write)}}`)),
  ...[2, 4, 5, 6, 8].map((turns) => attack(`chaine-de-territoires-${turns}`, () => chain(turns))),
];
