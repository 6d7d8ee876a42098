import { createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { DateScalar } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Etablissement, ServiceSocial, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Partenaire } from '../partenaire/partenaire.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { DimensionEntente, EtatEntente, TypeEntente } from './entente-enums.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Entente qu’un établissement conclut avec des partenaires.' })
export class Entente {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TypeEntente, { description: 'Sorte d’entente.' })
  type: TypeEntente;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui la conclut.' })
  etablissement: Etablissement;

  @ListSize(10)
  @Field(() => [Partenaire], { nullable: 'items', description: 'Autres parties.' })
  parties?: (Partenaire | null)[];

  @ListSize(10)
  @Field(() => [TerritoireClsc], { nullable: 'itemsAndList', description: 'Territoires couverts.' })
  territoires: TerritoireClsc[];

  @ListSize(6)
  @Field(() => [ServiceSocial], { nullable: 'itemsAndList', description: 'Services couverts.' })
  services: ServiceSocial[];

  @Field(() => EtatEntente, { description: 'Étape.' })
  etat: EtatEntente;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Si l’établissement la déclare à jour ; nul s’il ne le dit pas. Aucun texte ne donne de délai.',
  })
  aJour: boolean | null;

  @Field(() => String, { nullable: true, description: 'Volumes convenus, en clair.' })
  volumes: string | null;

  @Field(() => String, { nullable: true, description: 'Financement convenu, en clair.' })
  financement: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de la conclusion.' })
  conclueLe: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de la dernière mise à jour.' })
  miseAJourLe: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de l’échéance.' })
  echeanceLe: string | null;

  @ListSize(5)
  @Field(() => [String], { description: 'Ce qu’il faut vérifier ; jamais un refus.' })
  avertissements: string[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** An entente as its row gives it; its partners are read by their own loader. */
export interface EntenteValue extends Entente {
  readonly partenaireIds: readonly string[];
}

export const EntenteConnection = createConnectionType(
  'Entente',
  () => Entente,
  () => Absence,
  { by: DimensionEntente, groups: GroupeRepartition },
);
