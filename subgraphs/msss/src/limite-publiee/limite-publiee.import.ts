import { z } from 'zod';
import { diffRows } from '../importation/diff-rows.ts';
import { isSameFiche } from '../importation/is-same-fiche.ts';
import { defineImport } from '../importation/define-import.ts';
import { upsertRows } from '../importation/upsert-rows.queries.ts';
import { listLimites, withdrawLimites } from './limite-publiee.queries.ts';

/** Polygons, each its outer ring then its holes; longitude then latitude, in degrees. */
type Coordinates = readonly (readonly (readonly (readonly number[])[])[])[];

/** What one record of a file gives, by the columns as they are published. */
interface LigneLimite {
  readonly code: string;
  readonly fiche: Readonly<Record<string, string>>;
  readonly contour: Coordinates | null;
}

const changement = z.strictObject({
  ecrites: z.array(
    z.strictObject({
      fiche: z.record(z.string(), z.string()),
      contour: z.string().nullable(),
      points: z.int().min(0),
    }),
  ),
  /** Territories that the file gives no more. */
  retirees: z.array(z.string().regex(/^\d{5}$/)),
});

/** The boundaries of the territories. A file is the whole of them: what it gives no more is withdrawn, and kept. */
export const importLimites = defineImport({
  genre: 'LIMITES',
  nature: 'importerLimites',
  credit: 'Ministère de la Santé et des Services sociaux, Données Québec, CC BY 4.0 (limites territoriales)',
  changement,
  compare: async (database, lignes: readonly LigneLimite[]) => {
    const known = new Map((await listLimites(database)).map((row) => [row.code, row]));
    const read = lignes.map(({ code, fiche, contour }) => ({
      code,
      fiche: { ...fiche },
      contour: contour === null ? null : JSON.stringify({ type: 'MultiPolygon', coordinates: contour }),
      points: contour === null ? 0 : contour.flat(2).length,
    }));
    const { comptes, ecrites, retirees } = diffRows(known, read, {
      keyOf: ({ code }) => code,
      isSame: (before, { fiche, contour }) => before.contour === contour && isSameFiche(before.fiche, fiche),
      isGone: (before) => before.retire_le !== null,
    });
    return {
      comptes,
      changement: {
        ecrites: ecrites.map(({ fiche, contour, points }) => ({ fiche, contour, points })),
        retirees: [...retirees],
      },
    };
  },
  write: async (database, { ecrites, retirees }, { provenance, jour }) => {
    await upsertRows(
      database,
      'limite_publiee',
      ['code'],
      ecrites.map(({ fiche, contour, points }) => ({
        code: fiche['CLSC_code'] ?? '',
        nom: fiche['CLSC_nom'] ?? null,
        fiche,
        contour,
        points,
        retire_le: null,
        provenance,
      })),
    );
    await withdrawLimites(database, retirees, jour);
  },
});
