import { Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Element, Mandat } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

/** What tools and levers have in common: named by document 004, which gives nothing of their content. */
@ObjectType()
class Moyen {
  @Field(() => ID, { description: 'Code.' })
  code: string;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => Mandat, { nullable: true, description: 'Mandat de Santé Québec qui le nomme.' })
  mandat: Mandat | null;

  @Field(() => Absence, { nullable: true, description: 'Ce que le texte ne donne pas, et qui le doit.' })
  absence: Absence | null;

  @Field(() => Provenance, { description: 'Texte qui le nomme.' })
  provenance: Provenance;
}

@ObjectType({
  description: 'Sorte d’outil que Santé Québec met à la disposition des établissements (mandat S1).',
})
export class Outil extends Moyen {}

@ObjectType({ description: 'Levier national de soutien que Santé Québec gère (mandat S3).' })
export class LevierNational extends Moyen {}

@ObjectType({
  description: 'Mécanisme par lequel chacun se verra confirmer son CLSC d’appartenance. Il reste à proposer.',
})
export class MecanismeAppartenance {
  @Field(() => Element, { nullable: true, description: 'Obligation qui le demande (X-SQ2).' })
  obligation: Element | null;

  @Field(() => String, {
    nullable: true,
    description: 'Proposition de Santé Québec ; nulle tant qu’elle manque.',
  })
  proposition: string | null;

  @Field(() => String, { nullable: true, description: 'Échéancier proposé ; nul tant qu’il manque.' })
  echeancier: string | null;

  @Field(() => Absence, { nullable: true, description: 'Ce qui manque, et qui le doit.' })
  absence: Absence | null;

  @Field(() => Provenance, { description: 'Texte qui le demande.' })
  provenance: Provenance;
}
