import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findFaitsBySections } from './fait.queries.ts';
import type { FaitValue } from './fait.type.ts';

export const faitsBySection = defineLoader<string, FaitValue[]>(async ({ database }: Reading, codes) => {
  const rows = await findFaitsBySections(database, codes);
  return groupedByKey(codes, rows, (row) => row.lue_code).map((group) => onceEach(group.map(toFait)));
});

type Row = Awaited<ReturnType<typeof findFaitsBySections>>[number];

function toFait({ type, code, titre, texte, section_code, provenance }: Row): FaitValue {
  return {
    type,
    code,
    titre,
    texte: texte === '' ? null : texte,
    lignes: provenance.lignes ?? '',
    provenance: toProvenance(provenance),
    sectionCode: section_code,
  };
}

/** What several passages of a section say is there once, where it is first said. */
function onceEach(faits: readonly FaitValue[]): FaitValue[] {
  const first = new Map<string, FaitValue>();
  for (const fait of faits) {
    const key = `${fait.type} ${fait.code}`;
    if (!first.has(key)) first.set(key, fait);
  }
  return [...first.values()];
}
