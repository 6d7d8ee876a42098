import { createConnectionType, PageArgs } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { ActeArgs } from '@palier/runtime/acts/acte-args';
import { Acte } from '@palier/runtime/acts/acte.type';
import type { ActeValue } from '@palier/runtime/acts/journal.loader';
import { SeveriteRegle } from '@palier/runtime/regles/regle';
import { DateScalar } from '@palier/runtime/scalars';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Mesure } from '../mesure/mesure.type.ts';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Origine } from '@palier/runtime/provenance';
import { Provenance } from '../provenance/provenance.type.ts';

@ObjectType({ description: 'Retrait d’une règle de validation : elle ne juge plus rien dès ce jour.' })
export class RetraitRegle {
  @Field(() => DateScalar, { description: 'Premier jour où elle ne juge plus.' })
  retireeLe: string;

  @Field(() => String, { description: 'Motif.' })
  motif: string;

  @Field(() => Provenance, { description: 'Acte qui l’a retirée.' })
  provenance: Provenance;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Version d’une règle de validation : ce qui doit être vrai d’une mesure. Santé Québec la publie, avec les canevas (mandat S1) ; les établissements jugent par elle ce qu’ils saisissent et soumettent. Une version ne change jamais.',
})
export class RegleValidation {
  @Field(() => ID, { description: 'Code et version, par exemple « VALEUR_NEGATIVE:V1 ».' })
  id: string;

  @Field(() => ID, { description: 'Code, le même d’une version à l’autre.' })
  code: string;

  @Field(() => Int, { description: 'Version, à partir de 1.' })
  version: number;

  @Field(() => String, { description: 'Ce qui ne va pas dans une mesure qui l’enfreint, en quelques mots.' })
  nom: string;

  @Field(() => SeveriteRegle, { description: 'Ce qu’entraîne une mesure qui l’enfreint.' })
  severite: SeveriteRegle;

  @Field(() => String, {
    description:
      'Ce qui doit être vrai, dans un petit langage : « valeur <= 168 ». Ce qui n’est pas connu n’enfreint rien.',
  })
  expression: string;

  @ListSize(5)
  @Field(() => [String], { description: 'Ce que l’expression lit de la mesure.' })
  operandes: string[];

  @Field(() => String, {
    description: 'Ce qui est dit d’une mesure qui l’enfreint ; `{valeur}` y tient lieu de la valeur.',
  })
  message: string;

  @Field(() => String, { description: 'Quoi faire.' })
  remede: string;

  @ListSize(5)
  @Field(() => [String], { description: 'Unités des mesures qu’elle juge ; vide pour toutes.' })
  unites: string[];

  @ListSize(5)
  @Field(() => [ID], { description: 'Codes des exigences dont elle juge les mesures ; vide pour toutes.' })
  codesExigences: string[];

  @ListSize(5)
  @Field(() => [Exigence], {
    nullable: 'itemsAndList',
    description: 'Exigences dont elle juge les mesures ; vide pour toutes.',
  })
  exigences: Exigence[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Premier jour où elle juge ; nul quand elle a toujours tenu, par simple arithmétique.',
  })
  enVigueurDe: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Dernier jour où elle juge, fixé à sa publication, ou par la version qui la remplace, ou par son retrait ; le premier quand elle a été remplacée ou retirée ce jour-là ; nul tant qu’aucun n’est fixé, et quand elle n’en a eu aucun (`jamaisEnVigueur`).',
  })
  enVigueurA: string | null;

  @Field(() => Boolean, {
    description: 'Vrai quand elle a été remplacée ou retirée avant son premier jour : elle n’a rien jugé.',
  })
  jamaisEnVigueur: boolean;

  @Field(() => Provenance, {
    description: 'Texte qui la fonde, avec ses lignes, ou inférence, avec sa note.',
  })
  fondement: Provenance;

  @Field(() => RegleValidation, { nullable: true, description: 'Version qui la remplace.' })
  remplaceePar: RegleValidation | null;

  @ListSize(5)
  @Field(() => [RegleValidation], {
    description: 'Toutes les versions de la règle, de la première à la dernière, celle-ci comprise.',
  })
  toutesVersions?: RegleValidation[];

  @Field(() => RetraitRegle, { nullable: true, description: 'Son retrait ; nul si elle n’est pas retirée.' })
  retrait: RetraitRegle | null;

  @Field(() => Provenance, {
    description: 'Source de la version : l’acte qui l’a publiée, ou ce qui la fonde.',
  })
  provenance: Provenance;
}

/** A rule as its row gives it. */
export interface RegleValidationValue extends Omit<RegleValidation, 'toutesVersions'> {
  /** The last day that it judges from its beginning to its end; before its first one when it has none. */
  readonly lastWholeDay: string | null;
}

export const RegleValidationConnection = createConnectionType('RegleValidation', () => RegleValidation);

@ArgsType()
export class ReglesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Jour, « 2026-11-28 » : les versions en vigueur ce jour-là ; sans lui, toutes.',
  })
  enVigueurLe?: string | null;

  @Field(() => SeveriteRegle, { nullable: true, description: 'Restreint la liste à une sévérité.' })
  severite?: SeveriteRegle | null;

  @Field(() => ID, { nullable: true, description: 'Restreint la liste aux versions d’une règle.' })
  code?: string | null;
}

export const OrigineFondement = { TEXTE: 'TEXTE', INFERENCE: 'INFERENCE' } as const;
export type OrigineFondement = (typeof OrigineFondement)[keyof typeof OrigineFondement];

registerEnumType(OrigineFondement, {
  name: 'OrigineFondement',
  description: 'Ce qui fonde une règle de validation.',
  valuesConfig: {
    TEXTE: { description: 'Un texte la dit : `document` et `lignes` sont exigés.' },
    INFERENCE: { description: 'Elle se déduit : `note` dit comment, et est exigée.' },
  },
});

@InputType({ description: 'Ce qui fonde une règle de validation.' })
export class FondementRegle {
  @Field(() => OrigineFondement, { description: 'Texte, ou inférence.' })
  origine: OrigineFondement;

  @Field(() => ID, { nullable: true, description: 'Code du document, par exemple « 003 ».' })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'Section du document.' })
  section?: string | null;

  @Field(() => String, { nullable: true, description: 'Lignes, par exemple « L1503-1508 ».' })
  lignes?: string | null;

  @Field(() => String, { nullable: true, description: 'Comment elle se déduit, ou comment la lire.' })
  note?: string | null;
}

/** What a version of a rule is. */
@InputType({ description: 'Version d’une règle de validation, telle qu’elle serait publiée.' })
export class RegleAPublier {
  @Field(() => ID, { description: 'Code : des majuscules, des chiffres et « _ ».' })
  code: string;

  @Field(() => String, { description: 'Ce qui ne va pas dans une mesure qui l’enfreint, en quelques mots.' })
  nom: string;

  @Field(() => SeveriteRegle, {
    description: 'Ce qu’elle entraîne. Une règle qui compare au passé ne peut être qu’INFORMATION.',
  })
  severite: SeveriteRegle;

  @Field(() => String, { description: 'Ce qui doit être vrai : « valeur <= 168 ».' })
  expression: string;

  @Field(() => String, { description: 'Ce qui est dit d’une mesure qui l’enfreint.' })
  message: string;

  @Field(() => String, { description: 'Quoi faire.' })
  remede: string;

  @Field(() => [String], { nullable: true, description: 'Unités des mesures jugées ; sans elles, toutes.' })
  unites?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Exigences des mesures jugées ; sans elles, toutes.' })
  exigences?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Premier jour où elle juge, pas avant aujourd’hui ; sans lui, aujourd’hui.',
  })
  enVigueurDe?: string | null;

  @Field(() => String, { nullable: true, description: 'Dernier jour où elle juge ; sans lui, aucun.' })
  enVigueurA?: string | null;

  @Field(() => FondementRegle, { description: 'Texte qui la fonde, ou inférence.' })
  fondement: FondementRegle;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version de la règle que vous avez lue, 0 s’il n’y en avait pas : l’acte est refusé si une autre a été publiée depuis.',
  })
  versionAttendue?: number | null;
}

@ArgsType()
export class PublierRegleArgs extends ActeArgs {
  @Field(() => RegleAPublier, { description: 'La version à publier.' })
  regle: RegleAPublier;
}

@ArgsType()
export class RetirerRegleArgs extends ActeArgs {
  @Field(() => ID, { description: 'Code de la règle à retirer, par exemple « VALEUR_NEGATIVE ».' })
  regle: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Dernière version de la règle que vous avez lue : refusé si une autre a été publiée depuis. Sans elle, toutes cessent de juger, quelles qu’elles soient.',
  })
  versionAttendue?: number | null;
}

@ObjectType({ description: 'L’acte fait sur une règle de validation, et la règle.' })
export class RegleResultat {
  @Field(() => Acte, { description: 'Acte inscrit au journal.' })
  acte: ActeValue;

  @Field(() => RegleValidation, { nullable: true, description: 'Règle, telle qu’elle est maintenant.' })
  regle: RegleValidation | null;
}

@Cost(20_000)
@ObjectType({
  description:
    'Ce que vaudrait la publication d’une règle : rien n’est inscrit. Ce qui la ferait refuser est l’erreur de la réponse.',
})
export class EssaiRegle {
  @Field(() => Int, { description: 'Version qui serait publiée.' })
  version: number;

  @ListSize(5)
  @Field(() => [String], { description: 'Ce que l’expression lit de la mesure.' })
  operandes: string[];

  @Field(() => Int, { description: 'Mesures publiées à ce jour que la règle jugerait.' })
  mesuresJugees: number;

  @Field(() => Int, { description: 'Celles qui l’enfreindraient.' })
  mesuresTouchees: number;

  @Field(() => Int, {
    description: 'Celles dont on ne sait pas assez pour le dire : elles ne l’enfreignent pas.',
  })
  mesuresIndecises: number;

  @Field(() => Origine, {
    nullable: true,
    description: 'DEMONSTRATION dès qu’une mesure jugée est fictive ; nulle quand aucune n’est jugée.',
  })
  origine: Origine | null;

  @ListSize(20)
  @Field(() => [Mesure], {
    nullable: 'itemsAndList',
    description: 'Premières de celles qui l’enfreindraient, vingt au plus.',
  })
  exemples: Mesure[];
}
