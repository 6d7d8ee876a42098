import type { Awaitable } from '@palier/runtime/awaitable';
import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader, defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { Context, Reading } from '../tables.ts';
import { chiffres, countDecoupage, listChiffres } from './chiffre.queries.ts';
import type { ChiffreValue, Decompte } from './chiffre.type.ts';
import type { ChiffreTable } from '../../tables/chiffre.table.ts';

export const CODE_CHIFFRE: CodeFormat = {
  pattern: /^(F\d{1,2}|CH\d{1,3}-[A-Z0-9-]+)$/,
  description:
    'F et un nombre, par exemple F3, ou CH, le document et un nom ou un rang, par exemple CH0-FONDS ou CH003-6',
};

export const chiffreCatalogue = defineCatalogue(chiffres, toChiffre);
export const chiffresByParent = chiffreCatalogue.groupedBy('parent_code');

export const readChiffres = defineReading(async ({ database }: Reading, document: string | null) =>
  (await listChiffres(database, document)).map(toChiffre),
);

/** What the official tables count, one statement for every count asked. */
export const decompteLoader = defineLoader<Decompte, number>(async ({ database }: Reading, decomptes) => {
  const counted = await countDecoupage(database);
  const values: Readonly<Record<Decompte, number | null>> = {
    TERRITOIRES: counted.territoires,
    RLS: counted.rls,
    RLS_MULTIPLES: counted.rls_multiples,
    RLS_SIMPLES: counted.rls_simples,
  };
  return decomptes.map((decompte) => values[decompte] ?? 0);
});

/** The figure that a row names; null when it names none. */
export function loadChiffre(context: Context, code: string | null): Awaitable<ChiffreValue | null> | null {
  return code === null ? null : chiffreCatalogue.byCode.load(context, code);
}

function toChiffre(row: ChiffreTable): ChiffreValue {
  return {
    code: row.code,
    libelle: row.libelle,
    valeur: row.valeur,
    valeurs: row.valeurs,
    unite: row.unite,
    comparateur: row.comparateur,
    declencheur: row.declencheur,
    echeance: row.echeance,
    partAnnoncee: row.part_annoncee,
    note: row.note,
    provenance: toProvenance(row.provenance),
    decompte: row.decompte,
  };
}
