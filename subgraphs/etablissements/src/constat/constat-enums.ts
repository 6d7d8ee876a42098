import { registerEnumType } from 'type-graphql';

export const DimensionConstat = { ETAT: 'ETAT', TERRITOIRE: 'TERRITOIRE' } as const;
export type DimensionConstat = (typeof DimensionConstat)[keyof typeof DimensionConstat];

registerEnumType(DimensionConstat, {
  name: 'DimensionConstat',
  description: 'Ce par quoi des constats se répartissent.',
  valuesConfig: {
    ETAT: { description: 'Étape où il en est.' },
    TERRITOIRE: { description: 'Territoire observé.' },
  },
});
