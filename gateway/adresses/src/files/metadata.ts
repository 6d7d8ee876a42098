import type { AnyOperationResult } from '@palier/gateway/request/operation';
import { type FileTable, type SeenSources } from '../rows/file-table.ts';

/** What is said of a file, whatever its format. */
export interface Metadata {
  readonly operation: {
    readonly nom: string;
    readonly description: string;
    /** From the root of the site. */
    readonly adresse: string;
    readonly variables: Readonly<Record<string, unknown>>;
    /** Its text, where no name stands for it. */
    readonly requete?: string;
  };
  readonly demonstration: boolean;
  readonly avertissement: string | null;
  /** When it was read. */
  readonly lu: string;
  /** The past instant that was asked; null for what is known now. */
  readonly asOf: string | null;
  readonly updatedAfter: string | null;
  /** Of the data of each level that was asked. */
  readonly versions: Readonly<Record<string, string>>;
  readonly tableaux: readonly TableMetadata[];
  /** Whether a list of them has more than what was read of it: only a page was asked. */
  readonly incomplet: boolean;
  /** Those lists, by their paths. */
  readonly listesIncompletes: readonly string[];
  /** Lines of all the tables. */
  readonly rangees: number;
  readonly sources: readonly SourceMetadata[];
  /** Whether there are more of them than are said. */
  readonly sourcesIncompletes: boolean;
}

interface TableMetadata {
  readonly nom: string;
  readonly colonnes: readonly {
    readonly nom: string;
    readonly type: string;
    readonly description: string | null;
    readonly valeurs?: readonly { readonly code: string; readonly description: string | null }[];
  }[];
}

interface SourceMetadata {
  readonly origine: string;
  readonly document: string | null;
  readonly titre: string | null;
  readonly section: string | null;
  readonly lignes: string | null;
  /** How many lines cite it. */
  readonly rangees: number;
}

export interface MetadataGiven extends Pick<Metadata, 'operation' | 'lu' | 'updatedAfter'> {
  readonly asOf: string | undefined;
  readonly result: AnyOperationResult;
  readonly tables: readonly FileTable[];
  readonly seen: SeenSources;
  readonly titles: ReadonlyMap<string, string>;
}

/** What is said of whatever holds a fictitious datum. */
export const DEMONSTRATION_WARNING =
  'Ces données comptent des données de démonstration, fictives : elles ne disent rien d’un établissement ni d’un territoire réels.';

/** Once the rows were read. */
export function toMetadata({
  operation,
  lu,
  asOf,
  updatedAfter,
  result,
  tables,
  seen,
  titles,
}: MetadataGiven): Metadata {
  const { isDemonstration } = seen;
  const cuts = [...new Set(tables.flatMap((table) => [...table.cuts]))];
  const versions = (result.sealed?.versions ?? []).map(
    ([level, version]) => [level, version.trim()] as const,
  );
  return {
    operation,
    demonstration: isDemonstration,
    avertissement: isDemonstration ? DEMONSTRATION_WARNING : null,
    lu,
    asOf: asOf ?? null,
    updatedAfter,
    versions: Object.fromEntries(versions),
    tableaux: tables.map(toTableMetadata),
    incomplet: cuts.length > 0,
    listesIncompletes: cuts,
    rangees: seen.rows,
    sourcesIncompletes: seen.isCut,
    sources: seen.list.map(({ source: { origine, document, section, lignes }, rows }) => ({
      origine,
      document: document?.code ?? null,
      titre: (document && titles.get(document.code)) ?? null,
      section: section ?? null,
      lignes: lignes ?? null,
      rangees: rows,
    })),
  };
}

const toTableMetadata = ({ name, columns }: FileTable): TableMetadata => ({
  nom: name,
  colonnes: columns.map(({ name: nom, type, description, values }) => ({
    nom,
    type,
    description: description ?? null,
    ...(values && {
      valeurs: values.map(({ code, description: said }) => ({ code, description: said ?? null })),
    }),
  })),
});
