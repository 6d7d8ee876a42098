import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { demonstration, load } from './birth.ts';
import * as entities from './entities.ts';
import * as migrations from './migrations.ts';

/** The strategic level: the ministry says what must be. */
export const msss = defineSubgraph({
  name: 'msss',
  niveau: 'MSSS',
  migrations,
  entities,
  copies: ['texte_importe', 'ligne_texte'],
  load,
  demonstration,
});
