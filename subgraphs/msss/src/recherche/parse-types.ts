import { PalierError } from '@palier/runtime/errors';
import { TYPES_TROUVABLES } from './entites.ts';

/** Raises FILTRE_INVALIDE for a type of which nothing can be found. */
export function parseTypes(types: readonly string[]): readonly string[] {
  const unknown = types.filter((type) => !TYPES_TROUVABLES.includes(type));
  if (unknown.length === 0) return types;
  throw new PalierError('FILTRE_INVALIDE', `Types admis : ${TYPES_TROUVABLES.join(', ')}.`);
}
