import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Context } from '../tables.ts';
import {
  type ServiceSocialTable,
  countExigencesByServices,
  findServicesByCodes,
} from './service-social.queries.ts';
import type { ComptesExigences, ServiceSocial } from './service-social.type.ts';

export const serviceLoader = defineLoader<string, ServiceSocial | null>(
  async ({ database }: Context, codes) => {
    const rows = await findServicesByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toServiceSocial), ({ code }) => code);
  },
);

export const comptesByService = defineLoader<string, ComptesExigences | null>(
  async ({ database }: Context, codes) => {
    const rows = await countExigencesByServices(database, codes);
    return inKeyOrder(codes, rows, (row) => row.service_code).map((row) => row && toComptes(row));
  },
);

export function toServiceSocial(row: ServiceSocialTable): ServiceSocial {
  return {
    code: row.code,
    fiche: row.fiche,
    nom: row.nom,
    description: row.description,
    clientele: row.clientele,
    provenanceClientele: toProvenance(row.provenance_clientele),
    objectifs: row.objectifs,
    nombreEnoncesFiche: row.enonces_fiche,
    provenance: toProvenance(row.provenance),
  };
}

function toComptes(row: Awaited<ReturnType<typeof countExigencesByServices>>[number]): ComptesExigences {
  return {
    cellules: row.cellules,
    fixes: row.fixes,
    realitesRegionales: row.realites_regionales,
    sansObjet: row.sans_objet,
    fixesLitteraux: row.fixes_litteraux,
    fixesHorsParticularites: row.fixes_hors_particularites,
    ficheSeulement: row.fiche_seulement,
  };
}
