/** One row for each établissement that sent a file: 256 random bits, in hexadecimal, that nobody reads. */
export interface SecretDepotTable {
  etablissement_code: string;
  cle: string;
}
