import type { Acte, ActeDefinition } from '@palier/runtime/journal/acte';
import { VersionPerimee } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import { type ZodType, z } from 'zod';
import type { Tables } from '../tables.ts';
import type { Comptes } from '../../tables/importation.table.ts';
import { type Genre, findLastImportation, insertImportation } from './importation.queries.ts';

/** The file that an import read. */
export interface FichierLu {
  readonly nom: string;
  readonly octets: number;
  /** SHA-256, in hexadecimal. */
  readonly empreinte: string;
}

/** What a file changes of what is known: only that is written, and what is unchanged is counted. */
interface Difference<Changement> {
  readonly comptes: Comptes;
  readonly changement: Changement;
}

/** What an act of import holds. */
interface ContenuImport<Changement> extends Difference<Changement> {
  readonly fichier: FichierLu;
  /** The one that this act makes: one more than the last of its genre. */
  readonly version: number;
}

/** By what what an import writes is cited. */
interface Citation {
  readonly provenance: ProvenanceRow;
  /** Day of the import in Québec. */
  readonly jour: string;
}

/** One genre of official file: how its rows differ from what is known, and how they are written. */
export interface ImportOptions<Lignes, Changement> {
  readonly genre: Genre;
  /** Name of the act. */
  readonly nature: string;
  /** Who publishes the file, and under which licence. */
  readonly credit: string;
  readonly changement: ZodType<Changement>;
  readonly compare: (database: Kysely<Tables>, lignes: Lignes) => Promise<Difference<Changement>>;
  readonly write: (database: Kysely<Tables>, changement: Changement, citation: Citation) => Promise<void>;
}

export interface ImportKind<Lignes, Changement> {
  readonly genre: Genre;
  readonly compare: ImportOptions<Lignes, Changement>['compare'];
  readonly definition: ActeDefinition<ContenuImport<Changement>, Tables>;
}

const count = z.int().min(0);
const comptes = z.strictObject({
  lues: count,
  creees: count,
  changees: count,
  inchangees: count,
  retirees: count,
});
const fichier = z.strictObject({
  nom: z.string().min(1).max(255),
  octets: z.int().min(0),
  empreinte: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Declares the import of one genre of official file, as an act of the ministry, which publishes it. An official file is of the
 * world: the act is real in a level that holds the demonstration too.
 */
export function defineImport<Lignes, Changement>({
  genre,
  nature,
  credit,
  changement,
  compare,
  write,
}: ImportOptions<Lignes, Changement>): ImportKind<Lignes, Changement> {
  const contenu = z.strictObject({ fichier, version: z.int().min(1), comptes, changement });
  return {
    genre,
    compare,
    definition: {
      nature,
      version: 1,
      origine: 'SAISIE',
      contenu: contenu as unknown as ZodType<ContenuImport<Changement>>,
      check: async (database, { contenu: { version } }) => {
        const current = (await findLastImportation(database, genre))?.version ?? 0;
        if (current !== version - 1) throw new VersionPerimee(version - 1, current);
      },
      apply: async (database, acte) => {
        await write(database, acte.contenu.changement, toCitation(acte, credit));
        await insertImportation(database, {
          acte: acte.numero,
          genre,
          version: acte.contenu.version,
          fichier: acte.contenu.fichier.nom,
          octets: acte.contenu.fichier.octets,
          empreinte: acte.contenu.fichier.empreinte,
          comptes: acte.contenu.comptes,
          importe_par: acte.auteur,
          importe_le: acte.inscritLe,
        });
      },
    },
  };
}

function toCitation(
  { numero, nature, inscritLe, contenu }: Acte<ContenuImport<unknown>>,
  credit: string,
): Citation {
  const jour = toLocalDay(inscritLe);
  const provenance = {
    origine: 'TABLE_OFFICIELLE',
    section: contenu.fichier.nom,
    confiance: 'trouvé',
    note: `${credit} ; fichier d’empreinte SHA-256 ${contenu.fichier.empreinte}, importé le ${jour} (acte ${numero}, ${nature})`,
  } as const;
  return { provenance, jour };
}
