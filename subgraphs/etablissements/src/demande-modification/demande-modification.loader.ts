import { nothingOwed } from '@palier/runtime/absence';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, groupedByKey } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineListing } from '../listing/listing.ts';
import type { Reading } from '../tables.ts';
import { DEMANDE_COLUMNS, findImpactsByDemandes } from './demande-modification.queries.ts';
import type { DemandeModification, ImpactModification } from './demande-modification.type.ts';
import type { DemandeModificationTable } from '../../tables/demande-modification.table.ts';

export const demandesModification = defineListing({
  table: 'demande_modification',
  columns: DEMANDE_COLUMNS,
  key: 'id',
  toNode: toDemande,
  keyOf: ({ id }) => id,
  absence: nothingOwed(
    'Aucune demande de modification de territoire n’a été déposée. L’établissement territorial peut et doit en demander une quand c’est nécessaire (004, 2.1.2, L692-695) : rien ne dit qu’elle le soit ici, et personne n’en doit une sans besoin.',
  ),
});

export const impactsByDemande = defineLoader<string, ImpactModification[]>(
  async ({ database }: Reading, ids) => {
    const groups = groupedByKey(ids, await findImpactsByDemandes(database, ids), (row) => row.demande_id);
    return groups.map((rows) =>
      rows.map(({ nature, evaluation, provenance }) => ({
        nature,
        evaluation,
        provenance: toProvenance(provenance),
      })),
    );
  },
);

function toDemande(row: DemandeModificationTable): DemandeModification {
  return {
    id: row.id,
    etablissement: { code: row.etablissement_code },
    territoires: row.territoire_codes.map((code) => ({ code })),
    etat: row.etat,
    limites: row.limites,
    motifs: row.motifs,
    avisSantePublique: row.avis_sante_publique,
    communication: row.communication,
    planRattachement: row.plan_rattachement,
    deposeeLe: row.deposee_le === null ? null : toInstant(row.deposee_le),
    provenance: toProvenance(row.provenance),
  };
}
