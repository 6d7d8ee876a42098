export const EXERCICE_ROLE_COLUMNS = [
  'id',
  'territoire_code',
  'role_code',
  'description',
  'preuves',
  'version',
  'declare_le',
  'provenance',
] as const;
