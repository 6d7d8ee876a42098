export const CONSTAT_COLUMNS = [
  'id',
  'territoire_code',
  'etat',
  'besoin',
  'recommandation',
  'observe_le',
  'transmis_le',
  'provenance',
] as const;
