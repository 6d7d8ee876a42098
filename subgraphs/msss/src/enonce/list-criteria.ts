import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { Criterion } from '@palier/runtime/unknown-filter';
import { documentLoader } from '../document/document.loader.ts';
import { orientationPolitiqueCatalogue } from '../politique/politique.loader.ts';
import { sectionCatalogue } from '../section-document/section-document.loader.ts';
import type { Context } from '../tables.ts';
import { readHasEnonceWith } from './enonce.loader.ts';
import type { EnoncesChoice } from './enonce.queries.ts';

/** What of a choice of statements may be unknown. */
export function listCriteria(context: Context, filtre: EnoncesChoice): Criterion[] {
  const findHeld =
    (column: 'theme' | 'porteur') =>
    (value: string): Awaitable<true | null> =>
      chain(readHasEnonceWith(context, { column, value }), (isHeld) => (isHeld ? true : null));
  return [
    { name: 'document', value: filtre.document, find: (code) => documentLoader.load(context, code) },
    { name: 'section', value: filtre.section, find: (code) => sectionCatalogue.byCode.load(context, code) },
    {
      name: 'orientation',
      value: filtre.orientation,
      find: (code) => orientationPolitiqueCatalogue.byCode.load(context, code),
    },
    { name: 'theme', value: filtre.theme, find: findHeld('theme') },
    { name: 'porteur', value: filtre.porteur, find: findHeld('porteur') },
  ];
}
