export const PARTENAIRE_COLUMNS = ['id', 'territoire_code', 'type', 'designation', 'provenance'] as const;
