export const VALEUR_REGIONALE_COLUMNS = [
  'id',
  'exigence_code',
  'territoire_code',
  'valeur',
  'unite',
  'texte',
  'version',
  'en_vigueur_depuis',
  'provenance',
] as const;
