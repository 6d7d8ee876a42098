import { Refusal } from '@palier/gateway/errors/errors';
import type { PageRequest } from '../../shell/page.ts';
import type { TableauView } from '../choices/view-link.tsx';
import { compareMoments } from './compare-moments.tsx';
import { compareTerritoires } from './compare-territoires.tsx';

/**
 * `/tableau/comparer`: two territories (`a`, `b`), or one (`territoire`) at two instants (`au`, `et`; without, now).
 * @throws {Refusal} BAD_USER_INPUT when both are asked
 */
export function compare(request: PageRequest): Promise<TableauView> {
  const territoire = request.parameters.get('territoire');
  if (territoire !== null && ['a', 'b'].some((name) => request.parameters.has(name)))
    throw new Refusal('BAD_USER_INPUT', {
      detail:
        '« territoire » se compare à lui-même à deux moments, « a » et « b » l’un à l’autre : donnez l’un ou l’autre.',
    });
  return territoire === null ? compareTerritoires(request) : compareMoments(request, territoire);
}
