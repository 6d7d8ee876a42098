import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Campagne } from '../campagne/campagne.type.ts';
import { Canevas } from '../canevas/canevas.type.ts';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import { Indicateur } from '../indicateur/indicateur.type.ts';
import { Mandat, Palier } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@ObjectType({
  description: 'Maillon tactique de l’imputabilité : Santé Québec coordonne la reddition de comptes.',
})
export class CoordonnePar {
  @Field(() => Palier, {
    nullable: true,
    description: 'Palier qui coordonne ; nul quand il n’y a pas de compte à rendre : voir `absence`.',
  })
  palier: Palier | null;

  @Field(() => Mandat, {
    nullable: true,
    description: 'Mandat de coordination (S4) ; nul quand il n’y a pas de compte à rendre.',
  })
  mandat: Mandat | null;

  @Field(() => Mandat, {
    nullable: true,
    description: 'Mandat qui donne l’outil, le canevas de reddition (S1) ; nul de même.',
  })
  outil: Mandat | null;

  @Field(() => Indicateur, {
    nullable: true,
    description: 'Indicateur qui met l’exigence au travail ; nul s’il n’y en a pas.',
  })
  indicateur: Indicateur | null;

  @Field(() => Canevas, {
    nullable: true,
    description: 'Canevas de cette campagne (`campagne`).',
  })
  canevas: Canevas | null;

  @Field(() => Campagne, {
    nullable: true,
    description:
      'Campagne ouverte qui demande cette exigence, celle du dernier exercice ouverte en dernier s’il y en a plusieurs ; à défaut, la dernière qui la demandait.',
  })
  campagne: Campagne | null;

  @Field(() => Absence, {
    nullable: true,
    description:
      'Présente quand aucune campagne ne demande cette exigence : ce qui manque, et qui le doit ; ou pourquoi personne ne le doit.',
  })
  absence: Absence | null;

  @Field(() => Provenance, {
    description: 'Texte qui confie la coordination à Santé Québec, ou ce qui fait qu’il n’y en a pas.',
  })
  provenance: Provenance;

  @Field(() => Provenance, {
    description: 'Lien entre l’exigence du document 003 et ce mandat : une inférence.',
  })
  lien: Provenance;
}

@Directive('@key(fields: "territoire exigence")')
@ObjectType()
export class Imputabilite {
  @Field(() => ID)
  territoire: string;

  @Field(() => ID)
  exigence: string;

  @Directive('@external')
  @Field(() => String, { nullable: true })
  motifSansCompte?: string | null;

  @Directive('@requires(fields: "motifSansCompte")')
  @Field(() => CoordonnePar, {
    nullable: true,
    description: 'Qui coordonne la reddition de comptes, et comment.',
  })
  coordonnePar?: CoordonnePar | null;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui répond du territoire.' })
  etablissement?: Etablissement | null;
}
