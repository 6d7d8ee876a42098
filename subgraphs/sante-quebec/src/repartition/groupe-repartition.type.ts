import { createGroupeType } from '@palier/runtime/repartition';
import { Ruisss } from '../other-levels/ministry.type.ts';
import { ReseauTerritorial } from '../reseau-territorial/reseau-territorial.type.ts';
import { Region, ReseauLocal } from '../unite/unite.type.ts';

export const GroupeRepartition = createGroupeType(() => [ReseauLocal, ReseauTerritorial, Region, Ruisss]);
