import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { load } from './birth.ts';
import { demonstration } from './demonstration/demonstration.ts';
import * as entities from './entities.ts';
import * as migrations from './migrations.ts';

/** The tactical level: Santé Québec says how it is done, and how it is measured. */
export const santeQuebec = defineSubgraph({
  name: 'sante-quebec',
  niveau: 'SANTE_QUEBEC',
  migrations,
  entities,
  copies: ['consolidation', 'bilan_territoire', 'composition_territoire', 'releve_territoire'],
  forgotten: ['releve_territoire'],
  secrets: ['secret_consolidation'],
  withheld: {
    bilan_territoire: {
      said: { column: 'reserve', value: 'true' },
      // How many are measured is public: their verdicts are not told any more.
      instead: {
        conformes: '0',
        non_conformes: '0',
        indetermines: '0',
        sans_verdict: 'passe.conformes + passe.non_conformes + passe.indetermines + passe.sans_verdict',
        verdicts_reserves: 'true',
      },
    },
  },
  load,
  demonstration,
});
