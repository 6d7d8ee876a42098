import type { PageRequest } from '../../shell/page.ts';
import type { TableauView } from '../choices/view-link.tsx';
import { compareMoments } from './compare-moments.tsx';
import { compareTerritoires } from './compare-territoires.tsx';

/** `/tableau/comparer`: two territories (`a`, `b`), or one (`territoire`) at two instants (`au`, `et`; without, now). */
export function compare(request: PageRequest): Promise<TableauView> {
  const territoire = request.parameters.get('territoire');
  return territoire === null ? compareTerritoires(request) : compareMoments(request, territoire);
}
