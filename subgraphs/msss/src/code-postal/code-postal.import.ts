import { z } from 'zod';
import { defineImport } from '../importation/define-import.ts';
import { insertCodesPostaux, listCodesPostaux, removeCodesPostaux } from './code-postal.queries.ts';

interface LigneCodePostal {
  readonly codePostal: string;
  readonly territoire: string;
}

/** Codes under their territory: a file has hundreds of thousands, and the journal keeps them. */
const byTerritoire = z.record(z.string().regex(/^\d{5}$/), z.array(z.string().length(6)));

/** Which territories each postal code reaches. A file is the whole of it: what it gives no more is withdrawn. */
export const importCodesPostaux = defineImport({
  genre: 'CODES_POSTAUX',
  nature: 'importerCodesPostaux',
  credit: 'Correspondance de codes postaux fournie par qui l’importe',
  changement: z.strictObject({ ajouts: byTerritoire, retraits: byTerritoire }),
  compare: async (database, lignes: readonly LigneCodePostal[]) => {
    const left = new Set(
      (await listCodesPostaux(database)).map(({ code, territoire_code }) => territoire_code + code),
    );
    const ajouts: Record<string, string[]> = {};
    let created = 0;
    for (const { territoire, codePostal } of lignes) {
      if (left.delete(territoire + codePostal)) continue;
      (ajouts[territoire] ??= []).push(codePostal);
      created += 1;
    }
    const retraits: Record<string, string[]> = {};
    for (const key of left) (retraits[key.slice(0, 5)] ??= []).push(key.slice(5));
    return {
      comptes: {
        lues: lignes.length,
        creees: created,
        changees: 0,
        inchangees: lignes.length - created,
        retirees: left.size,
      },
      changement: { ajouts, retraits },
    };
  },
  write: async (database, { ajouts, retraits }) => {
    for (const [territoire, codes] of Object.entries(retraits))
      await removeCodesPostaux(database, territoire, codes);
    for (const [territoire, codes] of Object.entries(ajouts))
      await insertCodesPostaux(database, territoire, codes);
  },
});
