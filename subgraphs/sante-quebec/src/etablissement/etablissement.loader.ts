import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Context, Reading } from '../tables.ts';
import type { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import {
  findEtablissementsByCodes,
  findEtablissementsByRts,
  findResponsabilitesByEtablissements,
  findResponsabilitesByTerritoires,
  listEtablissements,
} from './etablissement.queries.ts';
import type { EtablissementValue } from './etablissement.type.ts';
import type { EtablissementTable, ResponsabiliteTerritoireTable } from '../../tables/etablissement.table.ts';

export const CODE_ETABLISSEMENT_PUBLIC: CodeFormat = {
  pattern: /^(\d{8}|RRSSSN)$/,
  description: 'huit chiffres, par exemple 11045119',
};

export const etablissementLoader = defineLoader<string, EtablissementValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findEtablissementsByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toEtablissement), ({ code }) => code);
  },
);

/** All of them, or those of one sort. */
export const readEtablissements = defineReading(
  async ({ database }: Reading, categorie: Parameters<typeof listEtablissements>[1]) =>
    (await listEtablissements(database, categorie)).map(toEtablissement),
);

/** The établissement that leads each RTS. */
export const etablissementByRts = defineLoader<string, EtablissementValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findEtablissementsByRts(database, codes);
    return inKeyOrder(codes, rows, ({ rts_code }) => rts_code ?? '').map(
      (row) => row && toEtablissement(row),
    );
  },
);

/** Who answers for each territory. */
export const responsabiliteByTerritoire = defineLoader<string, ResponsabiliteTerritoireTable | null>(
  async ({ database }: Reading, codes) =>
    inKeyOrder(codes, await findResponsabilitesByTerritoires(database, codes), (row) => row.territoire_code),
);

/** The territories each établissement answers for. */
export const territoiresByEtablissement = defineLoader<string, TerritoireClsc[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findResponsabilitesByEtablissements(database, codes);
    return groupedByKey(codes, rows, (row) => row.etablissement_code).map((group) =>
      group.map(({ territoire_code }) => ({ code: territoire_code })),
    );
  },
);

/** The établissement that answers for a territory; null for a territory this level does not know. */
export function loadEtablissementOfTerritoire(
  context: Context,
  territoire: string,
): Awaitable<EtablissementValue | null> {
  return chain(
    responsabiliteByTerritoire.load(context, territoire),
    (responsabilite) =>
      responsabilite && etablissementLoader.load(context, responsabilite.etablissement_code),
  );
}

function toEtablissement(row: EtablissementTable): EtablissementValue {
  return {
    code: row.code,
    nom: row.nom,
    abrege: row.abrege,
    categorie: row.categorie,
    type: row.type,
    santeQuebec: row.sante_quebec,
    provenanceSanteQuebec: toProvenance(row.provenance_sante_quebec),
    rattacheACode: row.rattache_a,
    provenanceRattachement: row.provenance_rattachement && toProvenance(row.provenance_rattachement),
    reseauxTerritoriaux: row.rts_code === null ? [] : [{ code: row.rts_code }],
    siege: row.siege,
    siegeTerritoire: row.siege_territoire_code === null ? null : { code: row.siege_territoire_code },
    region: { code: row.rss_code },
    provenance: toProvenance(row.provenance),
  };
}
