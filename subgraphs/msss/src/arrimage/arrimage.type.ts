import { ListSize } from '@palier/runtime/demand';
import type { CodePalier } from '@palier/runtime/paliers';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';
import { Mandat, Palier } from '../palier/palier.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import { RoleClsc } from '../role-clsc/role-clsc.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Arrimage d’un rôle de CLSC avec un de ses partenaires.' })
export class Arrimage {
  @Field(() => ID, { description: 'Par exemple « ARR-CIETOC ».' })
  code: string;

  @Field(() => String, { description: 'Avec qui, ou pour qui.' })
  avec: string;

  @Field(() => String, { nullable: true, description: 'Mode de travail, quand le texte le nomme.' })
  mode: string | null;

  @ListSize(1)
  @Field(() => [RoleClsc], { description: 'Rôles qui le demandent.' })
  roles?: RoleClsc[];

  @ListSize(6)
  @Field(() => [Element], { description: 'Ce qu’il comprend.' })
  elements?: Element[];

  @Field(() => Element, { nullable: true, description: 'Partage des responsabilités.' })
  partage?: Element | null;

  @Field(() => Element, { nullable: true, description: 'Ce qui le freine.' })
  frein?: Element | null;

  @Field(() => Element, { nullable: true, description: 'Ce qu’il suppose.' })
  condition?: Element | null;

  @ListSize(3)
  @Field(() => [Element], { description: 'Buts.' })
  buts?: Element[];

  @Field(() => Element, { nullable: true, description: 'Personnes visées.' })
  clientele?: Element | null;

  @ListSize(1)
  @Field(() => [Element], { description: 'Approches que le texte cite en exemple.' })
  approches?: Element[];

  @ListSize(3)
  @Field(() => [Element], { description: 'Circuit d’une recommandation, étape par étape.' })
  circuit?: Element[];

  @Field(() => Chiffre, { nullable: true, description: 'Critère qui désigne les personnes visées.' })
  critere?: Chiffre | null;

  @Field(() => Chiffre, { nullable: true, description: 'Délai que le texte lui donne.' })
  seuil?: Chiffre | null;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Loi ou article invoqué.' })
  baseLegale?: ReferenceLegale | null;

  @Field(() => Palier, {
    nullable: true,
    description: 'Palier où siège le partenaire, quand le texte le dit.',
  })
  palier?: Palier | null;

  @ListSize(2)
  @Field(() => [Mandat], {
    description:
      'Mandats dont l’énoncé nomme les mêmes partenaires ou les mêmes personnes ; le rapprochement est une inférence.',
  })
  mandats?: Mandat[];

  @ListSize(1)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** An arrimage as its row gives it. */
export type ArrimageValue = Arrimage & {
  readonly roleCode: string;
  readonly palierCode: CodePalier | null;
  readonly referenceCode: string | null;
  readonly critereCode: string | null;
  readonly seuilCode: string | null;
  readonly codesMandats: readonly string[];
};
