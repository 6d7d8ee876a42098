import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { countExigencesByServices, findServicesByCodes, listServices } from './service-social.queries.ts';
import type { ComptesExigences, ServiceSocial } from './service-social.type.ts';
import type { ServiceSocialTable } from '../../tables/service-social.table.ts';

export const serviceLoader = defineLoader<string, ServiceSocial | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findServicesByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toServiceSocial), ({ code }) => code);
  },
);

/** The six of them. */
export const readServices = defineReading<'tous', ServiceSocial[]>(async ({ database }: Reading) =>
  (await listServices(database)).map(toServiceSocial),
);

export const comptesByService = defineLoader<string, ComptesExigences | null>(
  async ({ database }: Reading, codes) => {
    const rows = await countExigencesByServices(database, codes);
    return inKeyOrder(codes, rows, (row) => row.service_code).map((row) => row && toComptes(row));
  },
);

function toServiceSocial(row: ServiceSocialTable): ServiceSocial {
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
