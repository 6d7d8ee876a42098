/** How what a file gives differs from what was known. */
export interface Comptes {
  /** Rows of the file that were read. */
  readonly lues: number;
  readonly creees: number;
  readonly changees: number;
  readonly inchangees: number;
  /** Known before, and no more in the file. */
  readonly retirees: number;
}

/** Instants are text, as Postgres writes them. */
export interface ImportationTable {
  /** Number of the act that imported it. */
  acte: number;
  genre: 'POPULATIONS' | 'INSTALLATIONS' | 'ETABLISSEMENTS' | 'CODES_POSTAUX' | 'LIMITES';
  /** From 1 in a genre. */
  version: number;
  fichier: string;
  octets: number;
  /** SHA-256, in hexadecimal. */
  empreinte: string;
  comptes: Comptes;
  importe_par: string;
  importe_le: string;
}
