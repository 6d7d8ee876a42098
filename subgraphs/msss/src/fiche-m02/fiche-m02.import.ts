import type { ProvenanceRow } from '@palier/runtime/provenance';
import { z } from 'zod';
import { type ImportKind, defineImport } from '../importation/define-import.ts';
import { diffRows } from '../importation/diff-rows.ts';
import { isSameFiche } from '../importation/is-same-fiche.ts';
import { upsertRows } from '../importation/upsert-rows.queries.ts';
import type { FicheM02Table } from '../../tables/fiche-m02.table.ts';
import type { ImportationTable } from '../../tables/importation.table.ts';
import { type TableM02, listAllFiches, withdrawFiches } from './fiche-m02.queries.ts';

/** What one row of a file gives, by the columns as they are published. */
interface LigneFiche {
  readonly code: string;
  readonly fiche: Readonly<Record<string, string>>;
}

const changement = z.strictObject({
  ecrites: z.array(z.record(z.string(), z.string())),
  /** Codes that the file gives no more. */
  retirees: z.array(z.string()),
});

type Changement = z.infer<typeof changement>;

interface FileOptions {
  readonly genre: ImportationTable['genre'];
  readonly nature: string;
  readonly table: TableM02;
  /** The columns of its code and of its name. */
  readonly code: string;
  readonly nom: string;
}

/** One of the files of M02, each the whole of its register: what it gives no more is withdrawn, and kept. */
function defineM02Import({
  genre,
  nature,
  table,
  code,
  nom,
}: FileOptions): ImportKind<readonly LigneFiche[], Changement> {
  return defineImport({
    genre,
    nature,
    credit: 'Ministère de la Santé et des Services sociaux, Données Québec, CC BY 4.0 (M02)',
    changement,
    compare: async (database, lignes: readonly LigneFiche[]) => {
      const known = new Map((await listAllFiches(database, table)).map((row) => [row.code, row]));
      const { comptes, ecrites, retirees } = diffRows(known, lignes, {
        keyOf: (one) => one.code,
        isSame: (before, one) => isSameFiche(before.fiche, one.fiche),
        isGone: (before) => before.retire_le !== null,
      });
      return {
        comptes,
        changement: { ecrites: ecrites.map(({ fiche }) => ({ ...fiche })), retirees: [...retirees] },
      };
    },
    write: async (database, { ecrites, retirees }, { provenance, jour }) => {
      const rows = ecrites.map((fiche) => toRow(fiche, { code, nom, provenance }));
      await upsertRows(database, table, ['code'], rows);
      await withdrawFiches(database, table, retirees, jour);
    },
  });
}

function toRow(
  fiche: Readonly<Record<string, string>>,
  { code, nom, provenance }: { code: string; nom: string; provenance: ProvenanceRow },
): FicheM02Table {
  return {
    code: fiche[code] ?? '',
    nom: fiche[nom] ?? null,
    territoire_code: fiche['CLSC_CODE'] ?? null,
    etablissement_code: fiche['ETAB_CODE'] ?? null,
    fiche,
    retire_le: null,
    provenance,
  };
}

export const importInstallations = defineM02Import({
  genre: 'INSTALLATIONS',
  nature: 'importerInstallations',
  table: 'installation_publiee',
  code: 'INSTAL_COD',
  nom: 'INSTAL_NOM',
});

export const importEtablissements = defineM02Import({
  genre: 'ETABLISSEMENTS',
  nature: 'importerEtablissements',
  table: 'etablissement_publie',
  code: 'ETAB_CODE',
  nom: 'ETAB_NOM',
});
