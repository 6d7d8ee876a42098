import { act } from '@palier/runtime/acts/act';
import { toInstant } from '@palier/runtime/instant';
import type { SubgraphContext } from '@palier/runtime/context';
import { tablesOf } from '@palier/runtime/tables-of';
import type { Tables } from '../tables.ts';
import type { Comptes, ImportationTable } from '../../tables/importation.table.ts';
import type { FichierLu, ImportKind } from './define-import.ts';
import { findLastImportation } from './importation.queries.ts';

/** A file whose rows were read, and what it is the import of. */
export interface ImportDemande<Lignes, Changement> {
  readonly kind: ImportKind<Lignes, Changement>;
  readonly fichier: FichierLu;
  readonly lignes: Lignes;
}

/** What an import came to, or would come to. */
export type ImportFait =
  | {
      readonly etat: 'DEJA_IMPORTE';
      readonly par: string;
      /** ISO 8601. */
      readonly le: string;
      readonly acte: number;
      readonly version: number;
    }
  | { readonly etat: 'ESSAI'; readonly comptes: Comptes }
  | {
      readonly etat: 'IMPORTE';
      readonly comptes: Comptes;
      readonly acte: number;
      readonly version: number;
    };

/** What a file would change, and nothing is written. */
export async function tryImport<Lignes, Changement>(
  context: SubgraphContext,
  { kind, fichier, lignes }: ImportDemande<Lignes, Changement>,
): Promise<ImportFait> {
  const database = tablesOf<Tables>(context.database);
  const last = await findLastImportation(database, kind.genre);
  const { comptes } = await kind.compare(database, lignes);
  return isSame(last, fichier, comptes) ? toKnown(last) : { etat: 'ESSAI', comptes };
}

/**
 * Writes what a file changes, in one act of whoever asks. The same file as the last of its genre changes nothing, unless it is
 * read otherwise since. Raises what `act` does.
 */
export async function importRows<Lignes, Changement>(
  context: SubgraphContext,
  { kind, fichier, lignes }: ImportDemande<Lignes, Changement>,
): Promise<ImportFait> {
  const database = tablesOf<Tables>(context.database);
  const last = await findLastImportation(database, kind.genre);
  if (
    last?.empreinte === fichier.empreinte &&
    isSame(last, fichier, (await kind.compare(database, lignes)).comptes)
  )
    return toKnown(last);
  const version = (last?.version ?? 0) + 1;
  const { contenu, numero } = await act(context, {
    definition: kind.definition,
    cle: `${kind.genre}-${version}-${fichier.empreinte}`,
    asked: { fichier },
    // Somebody may have imported another one meanwhile: it is then compared with that one.
    prepare: async () => ({
      fichier,
      version: ((await findLastImportation(database, kind.genre))?.version ?? 0) + 1,
      ...(await kind.compare(database, lignes)),
    }),
  });
  return { etat: 'IMPORTE', comptes: contenu.comptes, acte: numero, version: contenu.version };
}

/** The file of the last import, of which nothing is read otherwise today. */
const isSame = (
  last: ImportationTable | undefined,
  { empreinte }: FichierLu,
  { creees, changees, retirees }: Comptes,
): last is ImportationTable => last?.empreinte === empreinte && creees + changees + retirees === 0;

const toKnown = ({ importe_par, importe_le, acte, version }: ImportationTable): ImportFait => ({
  etat: 'DEJA_IMPORTE',
  par: importe_par,
  le: toInstant(importe_le),
  acte,
  version,
});
