import type { CodeFormat } from '@palier/runtime/code-format';
import { type Loader, defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import type { SensTri } from '@palier/runtime/order';
import { toProvenance } from '@palier/runtime/provenance';
import { type RepartitionAsked, toGroupes } from '@palier/runtime/repartition';
import type { Reading } from '../tables.ts';
import {
  countEcartGroups,
  findEcartsByCodes,
  findEcartsByTouche,
  findTouchesByEcarts,
  listEcarts,
  type EcartsChoice,
} from './ecart.queries.ts';
import { REPARTITION } from './ecart.repartition.ts';
import type { Ecart, Touche, TriEcarts } from './ecart.type.ts';
import type { EcartTable } from '../../tables/ecart.table.ts';

export type { EcartsChoice };

export const CODE_ECART: CodeFormat = {
  pattern: /^[DIGXPTS]-\d{2}$/,
  description: 'une lettre de série et deux chiffres, par exemple D-02',
};

/** Any code of the graph: an écart may concern things of many types. */
export const CODE_TOUCHE: CodeFormat = {
  pattern: /^[A-Z0-9][A-Za-z0-9_.:-]*$/,
  description: 'le code de ce que l’écart concerne, par exemple A-P5:AAOR',
};

/** The types of the graph that an écart may concern. */
export const TYPES_TOUCHES = [
  'Arrimage',
  'AxePolitique',
  'Chiffre',
  'Document',
  'Element',
  'Exigence',
  'Mandat',
  'ModificationRecommandee',
  'OrientationMinisterielle',
  'OrientationPolitique',
  'Politique',
  'Principe',
  'Recommandation',
  'ReferenceLegale',
  'RoleClsc',
  'ServiceSocial',
  'Standard',
] as const;
export type TypeTouche = (typeof TYPES_TOUCHES)[number];

export const ecartLoader = defineLoader<string, Ecart | null>(async ({ database }: Reading, codes) => {
  const rows = await findEcartsByCodes(database, codes);
  return inKeyOrder(codes, rows.map(toEcart), ({ code }) => code);
});

/** Those chosen, by code unless another order is asked. */
export const readEcarts = defineReading(
  async ({ database }: Reading, { choice, tri, sens }: EcartsAsked): Promise<Ecart[]> =>
    (await listEcarts(database, choice, { tri: tri ?? 'CODE', sens: sens ?? 'CROISSANT' })).map(toEcart),
);

interface EcartsAsked {
  readonly choice: EcartsChoice;
  readonly tri?: TriEcarts | null | undefined;
  readonly sens?: SensTri | null | undefined;
}

export const readEcartGroups = defineReading(
  async (
    { database }: Reading,
    { choice, par }: { readonly choice: EcartsChoice; readonly par: RepartitionAsked },
  ) => toGroupes(await countEcartGroups(database, choice, par), REPARTITION, par),
);

export const touchesByEcart = defineLoader<string, Touche[]>(async ({ database }: Reading, codes) => {
  const rows = await findTouchesByEcarts(database, codes);
  return groupedByKey(codes, rows, (row) => row.ecart_code).map((group) =>
    group.map(({ type, code }) => ({ type, code })),
  );
});

const loadersByType = new Map(TYPES_TOUCHES.map((type) => [type, defineToucheLoader(type)]));

/** The loader of the écarts that touch entities of one type, by the code of the entity; an empty list when none does. */
export function ecartsByTouche(type: TypeTouche): Loader<string, Ecart[]> {
  const loader = loadersByType.get(type);
  if (loader === undefined) throw new RangeError(`no écart touches a ${type}`);
  return loader;
}

function toEcart(row: EcartTable): Ecart {
  return {
    code: row.code,
    serie: row.serie,
    titre: row.titre,
    detail: row.detail,
    gravite: row.gravite,
    graviteInferee: row.gravite_inferee,
    cotes: row.cotes,
    provenances: row.provenances.map((provenance) => toProvenance({ origine: 'TEXTE', ...provenance })),
  };
}

function defineToucheLoader(type: TypeTouche): Loader<string, Ecart[]> {
  return defineLoader<string, Ecart[]>(async ({ database }: Reading, codes) => {
    const rows = await findEcartsByTouche(database, type, codes);
    return groupedByKey(codes, rows, (row) => row.touche_code).map((group) => group.map(toEcart));
  });
}
