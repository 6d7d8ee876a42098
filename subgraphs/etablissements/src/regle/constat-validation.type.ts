import { createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { SeveriteRegle } from '@palier/runtime/regles/regle';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Mesure } from '../mesure/mesure.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

/** What Santé Québec owns and this level only names. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class RegleValidation {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Ce qu’une règle de validation de Santé Québec dit d’une mesure qui ne la respecte pas. Ce n’est pas le verdict du standard.',
})
export class ConstatValidation {
  @Field(() => ID, {
    description:
      'Version de la reddition, mesure et règle ; pour ce qui n’est que jugé, sans rien inscrire, mesure et règle.',
  })
  id: string;

  @Field(() => ID, { description: 'Identifiant de la mesure, publiée ou non.' })
  mesureId: string;

  @Field(() => Mesure, { nullable: true, description: 'Mesure publiée, dans son état actuel.' })
  mesure?: Mesure | null;

  @Field(() => RegleValidation, {
    nullable: true,
    description: 'Version de la règle par laquelle elle a été jugée.',
  })
  regle: RegleValidation;

  @Field(() => SeveriteRegle, { description: 'Ce que cela entraîne.' })
  severite: SeveriteRegle;

  @Field(() => String, { description: 'Ce qui ne va pas.' })
  message: string;

  @ListSize(3)
  @Field(() => [String], { description: 'Ce de la mesure qui est en cause : « valeur », « numerateur »…' })
  operandes: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Justification donnée ; nulle quand il n’y en a pas encore, ou qu’aucune n’est demandée.',
  })
  justification: string | null;

  @Field(() => Provenance, {
    nullable: true,
    description: 'Acte qui l’a inscrit ; nul pour ce qui n’est que jugé, sans rien inscrire.',
  })
  provenance: Provenance | null;
}

/** One that is written: of which version, and whose. */
export interface ConstatValidationValue extends ConstatValidation {
  readonly redditionId: string;
  readonly etablissementCode: string;
}

export const ConstatValidationConnection = createConnectionType(
  'ConstatValidation',
  () => ConstatValidation,
  () => Absence,
);

/** Constats that an answer gives at once. */
export const MOST_CONSTATS = 5_000;

@ObjectType({
  description:
    'Ce que les règles de validation en vigueur disent d’un brouillon, tel qu’il serait soumis maintenant : rien n’est inscrit.',
})
export class ValidationReddition {
  @Field(() => Int, { description: 'Mesures jugées.' })
  mesures: number;

  @Field(() => Int, { description: 'Constats qui feraient refuser la soumission.' })
  bloquants: number;

  @Field(() => Int, { description: 'Constats qui demandent une justification, et n’en ont pas encore.' })
  aJustifier: number;

  @Field(() => Int, { description: 'Constats qui informent seulement.' })
  informations: number;

  @ListSize(50)
  @Field(() => [ConstatValidation], {
    description: `Les constats, les bloquants d’abord, ${MOST_CONSTATS} au plus.`,
  })
  constats: ConstatValidation[];

  @ListSize(20)
  @Field(() => [RegleValidation], {
    nullable: 'itemsAndList',
    description: 'Versions des règles par lesquelles le brouillon est jugé.',
  })
  regles: RegleValidation[];
}
