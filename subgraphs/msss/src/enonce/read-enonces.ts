import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { type ConnectionValue, type PageArgs, parsePage, toConnection } from '@palier/runtime/connection';
import { type Criterion, refuseUnknown } from '@palier/runtime/unknown-filter';
import { documentLoader } from '../document/document.loader.ts';
import { orientationPolitiqueCatalogue } from '../politique/politique.loader.ts';
import { sectionCatalogue } from '../section-document/section-document.loader.ts';
import type { Context } from '../tables.ts';
import { readEnonces, readEnoncesCount, readHasEnonceWith } from './enonce.loader.ts';
import type { EnonceValue, EnonceFiltre } from './enonce.type.ts';

/** A page of the statements chosen, in the order of the texts. */
export function pageEnonces(
  context: Context,
  args: PageArgs,
  chosen: EnonceFiltre,
): Awaitable<ConnectionValue<EnonceValue>> {
  const page = parsePage('enonces', args, chosen);
  const bounds = { afterKey: page.afterKey, limit: page.first + 1 };
  const rows = readEnonces(context, { chosen, bounds });
  return chain(
    chain(rows, (read) => refuseUnknown(read, listCriteria(context, chosen))),
    (read) =>
      toConnection({
        page,
        rows: () => read,
        keyOf: ({ code }) => code,
        count: () => readEnoncesCount(context, chosen),
      }),
  );
}

function listCriteria(context: Context, filtre: EnonceFiltre): Criterion[] {
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
