import { insertRows } from '@palier/runtime/birth';
import type { Demonstration } from '@palier/runtime/demonstration';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import { refuseQualityRows } from '../canevas/refuse-quality-rows.ts';
import { listCoveredExigences } from './demonstration.queries.ts';

const LEVEL = 'sante_quebec';
const EXERCICE = '2025-2026';
const CANEVAS = `${EXERCICE}-V1`;

const PROVENANCE: ProvenanceRow = {
  origine: 'DEMONSTRATION',
  note: 'fictif : aucun document ne donne de canevas ni de campagne',
};

const CAMPAGNE = {
  code: EXERCICE,
  nom: `Campagne de démonstration ${EXERCICE}`,
  exercice: EXERCICE,
  canevas_code: CANEVAS,
  ouverte_le: '2025-04-01T04:00:00Z',
  provenance: PROVENANCE,
};

/** One canevas that asks for every indicateur, and one campagne: enough to show a bilan and a chain of accountability. */
export const demonstration: Demonstration = async (database) => {
  const covered = await listCoveredExigences(database);
  refuseQualityRows(covered.map(({ exigence }) => exigence));
  const indicateurs = [...new Set(covered.map(({ indicateur }) => indicateur))];
  await insertCanevas(database, indicateurs);
  await insertRows(database, LEVEL, 'campagne', [CAMPAGNE]);
};

async function insertCanevas(database: Kysely<unknown>, indicateurs: readonly string[]): Promise<void> {
  await insertRows(database, LEVEL, 'canevas', [
    { code: CANEVAS, version: 1, exercice: EXERCICE, nature: 'DEMONSTRATION', provenance: PROVENANCE },
  ]);
  await insertRows(
    database,
    LEVEL,
    'canevas_indicateur',
    indicateurs.map((code) => ({ canevas_code: CANEVAS, indicateur_code: code })),
  );
}
