import { z } from 'zod';
import { defineImport } from '../importation/define-import.ts';
import { insertCodesPostaux, listCodesPostaux, removeCodesPostaux } from './code-postal.queries.ts';

/** The codes that a file gives to one territory, each once. */
interface LigneCodesPostaux {
  readonly territoire: string;
  readonly codesPostaux: readonly string[];
}

/** Codes under their territory: a file has hundreds of thousands, and the journal keeps them. */
const byTerritoire = z.record(z.string().regex(/^\d{5}$/), z.array(z.string().length(6)));

/** Which territories each postal code reaches. A file is the whole of it: what it gives no more is withdrawn. */
export const importCodesPostaux = defineImport({
  genre: 'CODES_POSTAUX',
  nature: 'importerCodesPostaux',
  credit: 'Correspondance de codes postaux fournie par qui l’importe',
  changement: z.strictObject({ ajouts: byTerritoire, retraits: byTerritoire }),
  compare: async (database, lignes: readonly LigneCodesPostaux[]) => {
    const known = new Map(
      (await listCodesPostaux(database)).map(({ territoire_code, codes }) => [
        territoire_code,
        new Set(codes),
      ]),
    );
    const comptes = { lues: 0, creees: 0, changees: 0, inchangees: 0, retirees: 0 };
    const ajouts: Record<string, string[]> = {};
    for (const { territoire, codesPostaux } of lignes) {
      const left = known.get(territoire);
      const added = codesPostaux.filter((code) => left?.delete(code) !== true);
      if (added.length > 0) ajouts[territoire] = added;
      comptes.lues += codesPostaux.length;
      comptes.creees += added.length;
    }
    const retraits: Record<string, string[]> = {};
    for (const [territoire, left] of known) {
      if (left.size > 0) retraits[territoire] = [...left];
      comptes.retirees += left.size;
    }
    comptes.inchangees = comptes.lues - comptes.creees;
    return { comptes, changement: { ajouts, retraits } };
  },
  write: async (database, { ajouts, retraits }) => {
    for (const [territoire, codes] of Object.entries(retraits))
      await removeCodesPostaux(database, territoire, codes);
    for (const [territoire, codes] of Object.entries(ajouts))
      await insertCodesPostaux(database, territoire, codes);
  },
});
