import { AUCUN_TERRITOIRE, type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { defineLoader } from '@palier/runtime/loader';
import { listTerritoiresServis } from '../selection/selection.queries.ts';
import type { Reading } from '../tables.ts';
import type { TerritoireServiTable } from '../../tables/selection.table.ts';

/** The places that a list may be narrowed to, and the column that has each. */
const LIEUX = {
  territoire: 'code',
  reseauLocal: 'rls_code',
  reseauTerritorial: 'rts_code',
  region: 'rss_code',
  ruisss: 'ruisss_code',
  etablissement: 'etablissement_code',
} as const satisfies Record<string, keyof TerritoireServiTable>;

type Lieu = keyof typeof LIEUX;
export type LieuxWanted = { readonly [name in Lieu]?: string | null } & {
  /** These alone, which are known. */
  readonly territoires?: readonly string[] | null;
};

/** What owes, whole: each territory of a list of what is there, or each établissement, which has several. */
export type Owing = 'TERRITOIRE' | 'ETABLISSEMENT';

/**
 * Nunavik and the Cree territory: their régions, whose codes begin those of all that they hold. Section 3.2.3 of document 004
 * gives its mandates to the établissements territoriaux of Santé Québec, and who leads there is none of them, as far as is
 * known: from memory, no official table says so.
 */
const OUTSIDE_MANDATES: ReadonlySet<string> = new Set(['17', '18']);

export const HORS_MANDATS = nothingOwed(
  'Rien n’est dû pour ce lieu. Les mandats de 004 (3.2.3) obligent les établissements territoriaux de Santé Québec, et aucun ne dirige de territoire nordique (de mémoire, non vérifié) : aucun texte n’y oblige personne.',
);

const SELON_CATEGORIE = nothingOwed(
  'Rien n’est dû par cet établissement. Les mandats de 004 (3.2.3) n’obligent que les établissements territoriaux de Santé Québec, et ce palier n’en connaît aucun de ce code : `etablissement` dit s’il existe, et sa catégorie.',
);

const DISJOINTS = nothingOwed(
  'Aucun territoire n’est dans tous les lieux demandés à la fois : personne n’y doit rien. `territoireClsc` dit ceux où chacun se trouve.',
);

const sayUnknown = (name: Lieu, code: string): AbsenceValue =>
  nothingOwed(
    `Ce palier ne connaît aucun territoire de CLSC de ce lieu, ${name} ${code} : il ne dit pas que quelqu’un y doive quelque chose.`,
  );

export function isOutsideMandates(lieu: string): boolean {
  return OUTSIDE_MANDATES.has(lieu.slice(0, 2));
}

interface LieuAsked {
  readonly name: Lieu;
  readonly code: string;
}

interface ThereAsked {
  readonly given: readonly LieuAsked[];
  readonly listed: readonly string[] | null;
  readonly by: Owing;
}

interface There {
  /** Why nothing can be owed there; null where something can. */
  readonly nothing: AbsenceValue | null;
  /** The territories that something can be owed of. */
  readonly territoires: readonly string[];
}

/** What can be owed in all of some places, of all territories when none is named. One statement, however many are asked. */
const thereLoader = defineLoader<ThereAsked, There>(async ({ database }: Reading, asked) => {
  const territoires = await listTerritoiresServis(database);
  return asked.map(({ given, listed, by }) => {
    if (listed?.length === 0) return sayNothing(AUCUN_TERRITOIRE);
    const owing = (one: (typeof territoires)[number]): string =>
      by === 'TERRITOIRE' ? one.code : one.etablissement_code;
    let left = territoires.filter(({ code }) => listed?.includes(code) ?? true);
    for (const { name, code } of given) {
      const within = territoires.filter((one) => one[LIEUX[name]] === code);
      if (within.length === 0)
        return sayNothing(name === 'etablissement' ? SELON_CATEGORIE : sayUnknown(name, code));
      const ones = new Set(within.map(owing));
      left = left.filter((one) => ones.has(owing(one)));
    }
    if (left.length === 0) return sayNothing(DISJOINTS);
    const owed = left.map(({ code }) => code).filter((code) => !isOutsideMandates(code));
    return owed.length === 0 ? sayNothing(HORS_MANDATS) : { nothing: null, territoires: owed };
  });
});

const sayNothing = (nothing: AbsenceValue): There => ({ nothing, territoires: [] });

/** Why nothing can be owed in the places wanted; null where something can, and where none is named. */
export function whyNothingThere(
  context: Reading,
  wanted: LieuxWanted,
  by: Owing,
): Awaitable<AbsenceValue | null> {
  const asked = toAsked(wanted, by);
  return asked.given.length === 0 && asked.listed === null
    ? null
    : chain(thereLoader.load(context, asked), ({ nothing }) => nothing);
}

/** The territories that something can be owed of in the places wanted. */
export function listOwing(context: Reading, wanted: LieuxWanted, by: Owing): Awaitable<readonly string[]> {
  return chain(thereLoader.load(context, toAsked(wanted, by)), ({ territoires }) => territoires);
}

const toAsked = (wanted: LieuxWanted, by: Owing): ThereAsked => ({
  given: (Object.keys(LIEUX) as Lieu[]).flatMap((name) => {
    const code = wanted[name];
    return code == null ? [] : [{ name, code }];
  }),
  listed: wanted.territoires ?? null,
  by,
});
