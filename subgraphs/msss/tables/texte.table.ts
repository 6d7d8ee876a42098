/** What the citations expect of the text of a document. */
export interface TexteAttenduTable {
  document_code: string;
  nombre_lignes: number;
  nombre_mots: number;
  /** SHA-256 of its words, line by line, in hexadecimal: see `digestLines`. */
  empreinte: string;
  mots_par_ligne: readonly number[];
}

/** A text that was imported. */
export interface TexteImporteTable {
  document_code: string;
  empreinte: string;
}

export interface LigneTexteTable {
  code: string;
  document_code: string;
  numero: number;
  texte: string;
}
