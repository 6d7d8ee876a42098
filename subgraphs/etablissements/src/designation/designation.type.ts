import { createConnectionType } from '@palier/runtime/connection';
import { DateScalar } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Etablissement, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@ObjectType({ description: 'Délégation faite par le président-directeur général d’un établissement.' })
export class Delegation {
  @Field(() => DateScalar, { description: 'Jour où elle a été consentie.' })
  consentieLe: string;

  @Field(() => Etablissement, {
    nullable: true,
    description: 'Établissement dont le président-directeur général délègue.',
  })
  etablissement: Etablissement;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Désignation d’un gestionnaire de CLSC. C’est une fonction sur un territoire, jamais une personne : aucun nom n’est gardé.',
})
export class Designation {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TerritoireClsc, {
    nullable: true,
    description: 'Territoire dont la responsabilité est confiée.',
  })
  territoire: TerritoireClsc;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui désigne.' })
  etablissement: Etablissement;

  @Field(() => DateScalar, { description: 'Jour de la désignation.' })
  designeeLe: string;

  @Field(() => Delegation, {
    nullable: true,
    description: 'Délégation du président-directeur général ; nulle tant qu’elle n’est pas faite.',
  })
  delegation: Delegation | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Entrée en fonction, jamais avant la délégation ; nulle si elle n’a pas eu lieu.',
  })
  enFonctionDepuis: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Fin ; nulle si la désignation dure encore.' })
  finLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({
  description:
    'Gestionnaire de CLSC en fonction : une fonction, un territoire, une désignation et des dates. Quand `absence` est présente, les autres champs sont nuls.',
})
export class Gestionnaire {
  @Field(() => String, { nullable: true, description: 'Fonction exercée.' })
  fonction: string | null;

  @Field(() => Designation, { nullable: true, description: 'Désignation en cours.' })
  designation: Designation | null;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui l’a désigné.' })
  etablissement: Etablissement | null;

  @Field(() => DateScalar, { nullable: true, description: 'Entrée en fonction.' })
  enFonctionDepuis: string | null;

  @Field(() => Delegation, { nullable: true, description: 'Délégation du président-directeur général.' })
  delegation: Delegation | null;

  @Field(() => Provenance, { nullable: true, description: 'Source.' })
  provenance: Provenance | null;

  @Field(() => Absence, {
    nullable: true,
    description: 'Ce qui manque quand nul n’est en fonction, et qui le doit.',
  })
  absence: Absence | null;
}

export const DesignationConnection = createConnectionType(
  'Designation',
  () => Designation,
  () => Absence,
);
