import type { EntenteTable } from '../../tables/entente.table.ts';

/** What deserves a second look. Document 003 says « généralement » (L354-355): a warning, never a refusal. */
export function warnOfEntente({
  type,
  volumes,
  financement,
}: Pick<EntenteTable, 'type' | 'volumes' | 'financement'>): string[] {
  if (type === 'SERVICE' || (volumes === null && financement === null)) return [];
  return [
    'Une entente de collaboration n’a généralement ni volume ni financement (003, L354-355) : vérifier si ce n’est pas une entente de service.',
  ];
}
