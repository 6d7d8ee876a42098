import { Cost, ListSize } from '@palier/runtime/demand';
import { Periode } from '@palier/runtime/exercice';
import { Origine } from '@palier/runtime/provenance';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Exigence, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Mesure } from './mesure.type.ts';

@ObjectType({ description: 'Place d’un territoire dans un classement.' })
export class RangTerritoire {
  @Field(() => Int, {
    description:
      'Rang, à partir de 1. Des valeurs égales ont le même, et les rangs qui suivent en tiennent compte : 1, 2, 2, 4.',
  })
  rang: number;

  @Field(() => Int, {
    description: 'Nombre de territoires qui ont ce rang, celui-ci compris, qu’ils soient montrés ou non.',
  })
  exAequo: number;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire.' })
  territoire: TerritoireClsc;

  @Field(() => Mesure, { description: 'Mesure qui le place ; sa `provenance` dit si elle est fictive.' })
  mesure: Mesure;
}

@ObjectType({ description: 'Territoires qu’un classement laisse de côté, et pourquoi.' })
export class ExclusionClassement {
  @Field(() => ID, { description: 'Clé de la raison, par exemple « SANS_MESURE ».' })
  cle: string;

  @Field(() => String, { description: 'La raison, en français.' })
  libelle: string;

  @Field(() => Int, { description: 'Nombre de territoires.' })
  nombre: number;
}

@Cost(170)
@ObjectType({
  description:
    'Territoires rangés par ce qui y est mesuré d’une exigence, pour une période. Ne sont rangées que des valeurs comparables : même exigence, même volet, même unité, même période. Un rang ne juge pas : le verdict est celui de chaque mesure.',
})
export class ClassementTerritoires {
  @Field(() => Exigence, { nullable: true, description: 'Exigence mesurée.' })
  exigence: Exigence;

  @Field(() => String, { nullable: true, description: 'Volet, quand l’exigence en a.' })
  volet: string | null;

  @Field(() => Periode, { description: 'Période financière.' })
  periode: Periode;

  @Field(() => ID, {
    nullable: true,
    description: 'Campagne demandée, dont les mesures sont rangées ; nulle quand ce sont celles de toutes.',
  })
  campagne: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unité des valeurs ; nulle si l’exigence ne se mesure pas.',
  })
  unite: string | null;

  @Field(() => Int, { description: 'Territoires demandés : rangés ou laissés de côté.' })
  territoires: number;

  @Field(() => Int, { description: 'Territoires rangés, montrés ou non.' })
  ranges: number;

  @ListSize(10)
  @Field(() => [RangTerritoire], {
    description: 'Les `n` premiers dans le sens demandé ; à valeur égale, par code de territoire.',
  })
  rangs: RangTerritoire[];

  @Field(() => Int, {
    description:
      'Territoires qui ont la valeur du dernier montré, et que la coupe à `n` laisse dehors : zéro quand elle ne sépare personne.',
  })
  exAequoAuSeuil: number;

  @ListSize(6)
  @Field(() => [ExclusionClassement], {
    description: 'Territoires laissés de côté, par raison. Aucun n’est compté pour zéro.',
  })
  exclus: ExclusionClassement[];

  @Field(() => Absence, { nullable: true, description: 'Présente quand aucun territoire n’est rangé.' })
  absence: Absence | null;

  @Field(() => Origine, {
    nullable: true,
    description: 'DEMONSTRATION dès qu’une mesure rangée est fictive ; nulle quand rien n’est rangé.',
  })
  origine: Origine | null;
}
