import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { load } from './birth.ts';
import { demonstration } from './demonstration/demonstration.ts';
import * as entities from './entities.ts';
import { SANS_VALEUR } from './mesure/mesure.queries.ts';
import * as migrations from './migrations.ts';

/** The operational level: the établissements territoriaux do it, and account for it. */
export const etablissements = defineSubgraph({
  name: 'etablissements',
  niveau: 'ETABLISSEMENT',
  migrations,
  entities,
  secrets: ['secret_depot'],
  load,
  madeOf: { mesure: { table: 'ligne_reddition', column: 'mesure_id' } },
  demonstration,
  withheld: {
    mesure: {
      said: { column: 'statut', value: 'SUPPRIMEE', despite: SANS_VALEUR },
      without: ['valeur', 'numerateur', 'denominateur'],
    },
  },
});
