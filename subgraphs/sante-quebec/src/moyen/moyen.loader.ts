import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { MoyenTable } from '../../tables/moyen.table.ts';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import type { Reading } from '../tables.ts';
import { listMoyens } from './moyen.queries.ts';
import type { Outil } from './moyen.type.ts';

/** Under which mandate Santé Québec has each kind. */
const MANDATS = { outil: 'S1', levier_national: 'S3' } as const;

export const readMoyens = defineReading(async ({ database }: Reading, sorte: keyof typeof MANDATS) =>
  (await listMoyens(database, sorte)).map((row) => toMoyen(row, MANDATS[sorte])),
);

function toMoyen(row: MoyenTable, mandat: string): Outil {
  return {
    code: row.code,
    nom: row.nom,
    mandat: { code: mandat },
    absence: deducedOfSanteQuebec(
      mandat,
      `${row.manque} Que Santé Québec, qui en a le mandat, doive le dire est une inférence.`,
    ),
    provenance: toProvenance(row.provenance),
  };
}
