import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { Reading } from '../tables.ts';
import {
  type RecommandationsChoice,
  domainesPartenariat,
  listRecommandations,
  recommandations,
} from './partenariat.queries.ts';
import type { DomainePartenariat, RecommandationValue } from './partenariat.type.ts';
import type { DomainePartenariatTable, RecommandationTable } from '../../tables/partenariat.table.ts';

export const domaineCatalogue = defineCatalogue(domainesPartenariat, toDomaine);
export const recommandationCatalogue = defineCatalogue(recommandations, toRecommandation);
export const recommandationsByDomaine = recommandationCatalogue.groupedBy('domaine_code');

export const readRecommandations = defineReading(
  async ({ database }: Reading, choice: RecommandationsChoice) =>
    (await listRecommandations(database, choice)).map(toRecommandation),
);

function toRecommandation(row: RecommandationTable): RecommandationValue {
  return {
    code: row.code,
    enonce: row.enonce,
    prioritaire: row.prioritaire,
    intention: row.intention,
    statut: row.statut,
    note: row.note,
    provenance: toProvenance(row.provenance),
    domaineCode: row.domaine_code,
    palierCode: row.palier_code,
  };
}

function toDomaine({ code, nom, visee, provenance }: DomainePartenariatTable): DomainePartenariat {
  return { code, nom, visee, provenance: toProvenance(provenance) };
}
