import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findTextesByDocuments } from './texte.queries.ts';
import type { EtatTexte, TexteDocument } from './texte.type.ts';

export const texteByDocument = defineLoader<string, TexteDocument | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findTextesByDocuments(database, codes);
    return inKeyOrder(codes, rows, (row) => row.document_code).map(
      (row) =>
        row && {
          nombreLignes: row.nombre_lignes,
          nombreMots: row.nombre_mots,
          empreinte: row.empreinte,
          etat: etatOf(row.empreinte, row.empreinte_importee),
        },
    );
  },
);

function etatOf(expected: string, imported: string | null): EtatTexte {
  if (imported === null) return 'ABSENT';
  return imported === expected ? 'IMPORTE' : 'PERIME';
}
