import { createGroupeType } from '@palier/runtime/repartition';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from '../decoupage/decoupage.type.ts';

export const GroupeRepartition = createGroupeType(() => [ReseauLocal, ReseauTerritorial, Region, Ruisss]);
