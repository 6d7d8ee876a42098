import type { Awaitable } from '@palier/runtime/awaitable';
import type { CodeFormat } from '@palier/runtime/code-format';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { Context } from '../tables.ts';
import type { ListeElements } from './element-enums.ts';
import type { ElementValue } from './element.type.ts';
import { ELEMENT_COLUMNS, type ElementTable, type Renvoi } from '../../tables/element.table.ts';

export const CODE_ELEMENT: CodeFormat = {
  pattern: /^[A-Z][A-Za-z0-9]*(-[A-Z0-9]+)*$/,
  description: 'lettres, chiffres et tirets, par exemple NAV-R1 ou RA2',
};

export const elementCatalogue = defineCatalogue({ table: 'element', columns: ELEMENT_COLUMNS }, toElement);

const elementsByListe = elementCatalogue.groupedBy('liste');
const elementsByParent = elementCatalogue.groupedBy('parent_code');

/** Everything that is part of what the code names, in the order of the text. */
export function loadElementsOf(context: Context, parent: string): Awaitable<ElementValue[]> {
  return elementsByParent.load(context, parent);
}

/** One list of what the code names. All the lists of many parents are read in one statement. */
export async function loadListOf(
  context: Context,
  parent: string,
  liste: ListeElements,
): Promise<ElementValue[]> {
  return (await elementsByParent.load(context, parent)).filter((element) => element.liste === liste);
}

/** The only element of a list of what the code names; null when it has none. */
export async function loadOneOf(
  context: Context,
  parent: string,
  liste: ListeElements,
): Promise<ElementValue | null> {
  return (await loadListOf(context, parent, liste))[0] ?? null;
}

/** A whole list, in the order of the text. */
export function loadListe(context: Context, liste: ListeElements): Awaitable<ElementValue[]> {
  return elementsByListe.load(context, liste);
}

/** The element of this code, which the data files are known to hold. */
export async function loadKnownElement(context: Context, code: string): Promise<ElementValue> {
  const element = await elementCatalogue.byCode.load(context, code);
  if (element === null) throw new RangeError(`the data files hold no element ${code}`);
  return element;
}

function toElement(row: ElementTable): ElementValue {
  return {
    code: row.code,
    liste: row.liste,
    parent: row.parent_code,
    groupe: row.groupe,
    enonce: row.enonce,
    note: row.note,
    precisions: row.precisions,
    vers: toRenvois(row),
    nonDit: row.non_dit,
    provenance: toProvenance(row.provenance),
    referenceCode: row.reference_code,
  };
}

/** What these elements linked was told by the codes of their `precisions`, and is still in what was known before. */
const ONCE_LINKED_BY_PRECISIONS: Readonly<Record<string, string>> = {
  'NAV-HOMONYME': 'Element',
  'PL1-LIEN': 'AxePolitique',
  'PL5-LIEN': 'Element',
  'REDD-004-1': 'Mandat',
  'REDD-004-2': 'Mandat',
  'REDD-004-3': 'Mandat',
  'REDD-004-CONDITION': 'Element',
  'REDD-004-ENVERS': 'Element',
  'REDD-CHOIX': 'Ecart',
};

function toRenvois({ code, renvois, precisions }: ElementTable): readonly Renvoi[] {
  if (renvois !== null && renvois.length > 0) return renvois;
  const type = ONCE_LINKED_BY_PRECISIONS[code];
  return type === undefined ? [] : precisions.map((linked) => ({ type, code: linked }));
}
