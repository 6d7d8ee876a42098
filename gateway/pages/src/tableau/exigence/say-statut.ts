const STATUTS: Readonly<Record<string, string>> = {
  FIXE: 'Le ministère fixe ce standard pour ce service.',
  REALITES_REGIONALES: 'Le document renvoie aux réalités régionales : il n’y a aucune valeur nationale.',
  SANS_OBJET: 'Ce standard est sans objet pour ce service.',
  NON_DIT: 'Aucune source n’en dit rien pour ce service.',
};

/** What a cell of the document 003 asks of a service. */
export const sayStatutExigence = (statut: string): string => STATUTS[statut] ?? statut;
