import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { TerritoireDesignationsResolver, designationReference } from './designation.resolver.ts';
import { Designation } from './designation.type.ts';

export const designation: Entity = {
  types: [Designation],
  references: [designationReference],
  resolvers: [TerritoireDesignationsResolver],
  versions: () => [
    defineVersions(Designation, {
      table: 'designation',
      territoire: 'territoire_code',
      etablissement: 'etablissement_code',
      fields: [['etablissement', 'etablissement_code'], 'designeeLe', 'enFonctionDepuis', 'finLe'],
    }),
  ],
};
