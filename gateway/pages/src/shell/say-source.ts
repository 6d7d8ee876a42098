const SOURCES: Readonly<Record<string, string>> = { ANNEXE_II: 'Annexe II', FICHE: 'Fiche du service' };

/** Which of the two sources of the document 003 speaks. */
export const saySource = (source: string): string =>
  SOURCES[source] ?? (/^\d{3}$/.test(source) ? `Document ${source}` : source);

const ORIGINES: Readonly<Record<string, string>> = {
  TEXTE: 'écrit dans un texte',
  TABLE_OFFICIELLE: 'table officielle',
  INFERENCE: 'déduit : aucun texte ne le dit',
  SAISIE: 'saisi par un palier',
  DEMONSTRATION: 'donnée fictive, de démonstration',
};

/** The nature of what a fact comes from. */
export const sayOrigine = (origine: string): string => ORIGINES[origine] ?? origine;

/** The same in a word or two: « déduit ». */
export const sayOrigineBriefly = (origine: string): string => sayOrigine(origine).split(/ :|,/)[0]!;
