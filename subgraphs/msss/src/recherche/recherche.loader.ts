import { defineList } from '@palier/runtime/list';
import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { createExtrait } from './create-extrait.ts';
import { listMotsDemandes, type Mot } from '@palier/runtime/list-mots';
import {
  type RechercheChoice,
  countResultats,
  findMissed,
  findTypeOfCode,
  listResultats,
} from './recherche.queries.ts';
import type { RechercheResultatValue } from './recherche.type.ts';

/** What holds the words, the best first. */
export const readResultats = defineList({
  name: 'recherche',
  find: async ({ database }: Reading, choice: RechercheChoice, bounds) =>
    (await listResultats(database, choice, bounds)).map((row) => toResultat(row, listMotsLus(choice))),
  count: ({ database }: Reading, choice) => countResultats(database, choice),
  keyOf: ({ cle }) => cle,
});

/** How many results hold every word, and the words that none does, as they were typed. */
export const readMissed = defineReading(
  async ({ database }: Reading, { texte, ...choice }: RechercheChoice & { readonly texte: string }) => {
    const { complets, absents } = await findMissed(database, choice);
    const mots = absents.flatMap((rang) => choice.termes[rang - 1]?.mots ?? []);
    return { complets, absents: [...new Set(mots.map(({ mot }) => findTyped(texte, mot)))] };
  },
);

/** What stands between two blanks, without what only holds it there. */
const TYPED = /[\p{L}\p{N}](?:[^\s,;!?«»()"]*[\p{L}\p{N}])?/gu;

/** A word as it was typed; of a number and its unit, the two. */
function findTyped(texte: string, mot: string): string {
  const typed = [...texte.matchAll(TYPED)];
  const pairs = typed.slice(1).map((unite, rank) => {
    const nombre = typed[rank]!;
    return texte.slice(nombre.index, unite.index + unite[0].length);
  });
  const holds = (written: string): boolean => listMotsDemandes(written).some((one) => one.mot === mot);
  return [...typed.map(([one]) => one), ...pairs].find(holds) ?? mot;
}

/** What type has a thing of this code; null when nothing has it. */
export const readTypeOfCode = defineReading(({ database }: Reading, code: string) =>
  findTypeOfCode(database, code),
);

/** The words to show in what was found: those that were typed, and what is said in their place. */
const listMotsLus = ({ termes }: RechercheChoice): readonly Mot[] =>
  termes.flatMap(({ mots, synonymes }) => [...mots, ...synonymes.flat()]);

type Row = Awaited<ReturnType<typeof listResultats>>[number];

function toResultat(row: Row, mots: readonly Mot[]): RechercheResultatValue {
  return {
    type: row.type,
    code: row.code,
    titre: row.titre,
    extrait: createExtrait(row, mots),
    rang: row.rang,
    complet: row.complet,
    cle: row.cle,
    provenance: toProvenance(row.provenance),
  };
}
