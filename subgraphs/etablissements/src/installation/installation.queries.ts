export const INSTALLATION_COLUMNS = [
  'code',
  'territoire_code',
  'etablissement_code',
  'nom',
  'mission_clsc',
  'provenance',
] as const;
