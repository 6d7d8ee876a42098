import { createGroupeType } from '@palier/runtime/repartition';
import {
  Campagne,
  Etablissement,
  Exigence,
  Indicateur,
  TerritoireClsc,
} from '../other-levels/extended.type.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from '../other-levels/ministry.type.ts';

export const GroupeRepartition = createGroupeType(() => [
  TerritoireClsc,
  ReseauLocal,
  ReseauTerritorial,
  Region,
  Ruisss,
  Etablissement,
  Exigence,
  Indicateur,
  Campagne,
]);
