import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { ConstatResolver, constatReference } from './constat.resolver.ts';
import { Constat } from './constat.type.ts';

export const constat: Entity = {
  types: [Constat],
  references: [constatReference],
  resolvers: [ConstatResolver],
  versions: () => [
    defineFollowed('SuiteConstat', {
      table: 'suite_constat',
      key: ['constat_id'],
      fields: ['decision', 'reponse', 'donneeLe'],
    }),
  ],
};
