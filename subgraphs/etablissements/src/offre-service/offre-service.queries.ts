export const OFFRE_SERVICE_COLUMNS = [
  'id',
  'territoire_code',
  'service_code',
  'etat',
  'modalites',
  'entente_id',
  'declaree_le',
  'provenance',
] as const;
