import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { load } from './birth.ts';
import * as entities from './entities.ts';
import * as migrations from './migrations.ts';

/** The operational level: the établissements territoriaux do it, and account for it. */
export const etablissements = defineSubgraph({
  name: 'etablissements',
  niveau: 'ETABLISSEMENT',
  migrations,
  entities,
  load,
  withheld: {
    mesure: {
      said: { column: 'statut', value: 'SUPPRIMEE' },
      without: ['valeur', 'numerateur', 'denominateur'],
    },
  },
});
