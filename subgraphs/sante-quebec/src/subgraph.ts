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
  load,
  demonstration,
});
