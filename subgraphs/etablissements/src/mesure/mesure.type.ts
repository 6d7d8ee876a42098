import { ListSize } from '@palier/runtime/demand';
import { createConnectionType } from '@palier/runtime/connection';
import { Periode } from '@palier/runtime/exercice';
import { DateTime } from '@palier/runtime/scalars';
import { INTERNE } from '@palier/runtime/tags';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Exigence, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Origine } from '@palier/runtime/provenance';
import { Provenance } from '../provenance/provenance.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { DimensionMesure, StatutFigure } from './mesure-enums.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Ce qu’un établissement a mesuré d’une exigence, sur un territoire, pour une période.',
})
export class Mesure {
  @Field(() => ID, {
    description:
      'Période, territoire, exigence et, s’il y a lieu, volet : « 2025-2026-P01:01111:A-G7:AAOR:EN_PERSONNE ».',
  })
  id: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire mesuré.' })
  territoire: TerritoireClsc;

  @Field(() => Exigence, { nullable: true, description: 'Exigence mesurée.' })
  exigence: Exigence;

  @Field(() => ID, {
    description: 'Campagne de Santé Québec où elle a été publiée d’abord, par exemple « 2025-2026 ».',
  })
  campagne: string;

  @ListSize(5)
  @Field(() => [ID], {
    description: 'Toutes les campagnes dont une version la porte : une mesure sert à chacune.',
  })
  campagnes: string[];

  @Field(() => Periode, { description: 'Période financière.' })
  periode: Periode;

  @Field(() => Float, {
    nullable: true,
    description:
      'Valeur, dans l’unité donnée ; nulle si elle est supprimée, non disponible ou s’il n’y a aucun cas.',
  })
  valeur: number | null;

  @Field(() => Float, { nullable: true, description: 'Numérateur dont la valeur vient, quand il est donné.' })
  numerateur: number | null;

  @Field(() => Float, { nullable: true, description: 'Dénominateur, quand il est donné.' })
  denominateur: number | null;

  @Field(() => String, { nullable: true, description: 'Unité : h, jours, min, h/sem, j/an.' })
  unite: string;

  @Field(() => String, {
    nullable: true,
    description: 'Volet de l’exigence, « en personne » ou « par téléphone », quand elle en a.',
  })
  volet: string | null;

  @Field(() => StatutFigure, { description: 'Ce que vaut la valeur.' })
  statut: StatutFigure;

  @Field(() => Int, { description: 'Version, à partir de 1 : une correction en crée une autre.' })
  version: number;

  @Field(() => DateTime, { description: 'Instant de la saisie de cette version.' })
  saisieLe: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;

  /** Whose it is; the graph does not show it. */
  etablissementCode?: string | null;
}

export const MesureConnection = createConnectionType(
  'Mesure',
  () => Mesure,
  () => Absence,
  { by: DimensionMesure, groups: GroupeRepartition, cost: 5_000 },
);
Field(() => ID, {
  nullable: true,
  description:
    'Exercice de la liste quand rien n’en nomme un, ni campagne, ni période : le plus récent qui ait une mesure d’une période commencée ; nul autrement.',
})(MesureConnection.prototype, 'exerciceChoisi');

@Directive(INTERNE)
@ObjectType({
  description: 'Ce qui tient lieu des mesures d’un territoire, pour savoir si elles ont changé.',
})
export class EmpreinteTerritoire {
  @Field(() => ID, { description: 'Code du territoire de CLSC.' })
  territoire: string;

  @Field(() => String, { description: 'Empreinte de ses mesures.' })
  empreinte: string;

  @Field(() => Int, { description: 'Nombre de ses mesures.' })
  nombre: number;

  @Field(() => Origine, { description: 'DEMONSTRATION dès que l’une est fictive.' })
  origine: Origine;
}

@Directive(INTERNE)
@ObjectType({
  description:
    'Une mesure dont le chiffre est supprimé, ou l’était quand elle a cessé d’être publiée : aucune valeur n’en a été dite depuis.',
})
export class MesureSupprimee {
  @Field(() => ID, { description: 'Code du territoire de CLSC.' })
  territoire: string;

  @Field(() => ID, { description: 'Code de l’exigence.' })
  exigence: string;

  @Field(() => String, { nullable: true, description: 'Volet mesuré ; nul quand l’exigence n’en a pas.' })
  volet: string | null;

  @Field(() => ID, { description: 'Code de la période.' })
  periode: string;
}
