import { nothingOwed, owedBy } from '@palier/runtime/absence';
import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findFonctionsEnCours } from './fonction-etablissement.queries.ts';
import type { FonctionEtablissementTable } from '../../tables/fonction-etablissement.table.ts';

export const SANS_PDG = nothingOwed(
  'L’entrée en fonction du président-directeur général n’est pas déclarée pour cet établissement. Le texte le nomme pour la délégation faite au CLSC (004, 2.2.7, L885-888) ; aucun ne demande de la déclarer.',
);

export const SANS_RESPONSABLE_AUTOCHTONE = owedBy(
  { palier: 'ETABLISSEMENT', mandat: null, dit: '000, L57-64' },
  'Aucun responsable des dossiers autochtones n’est déclaré pour cet établissement. Le document 000, gardé pour l’histoire, en veut un par établissement (L57-64) ; aucun mandat de 004 ne le reprend.',
);

/** The functions now exercised in each établissement. */
export const fonctionsByEtablissement = defineLoader<string, FonctionEtablissementTable[]>(
  async ({ database }: Reading, codes) =>
    groupedByKey(codes, await findFonctionsEnCours(database, codes), (row) => row.etablissement_code),
);
