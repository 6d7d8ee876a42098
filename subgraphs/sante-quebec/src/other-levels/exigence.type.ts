import { StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Verdict } from '../verdict/verdict.type.ts';
import { Assertion } from './assertion.type.ts';
import { Ecart } from './ministry.type.ts';

/** What of an exigence a verdict must know, as a field set. */
export const STATEMENTS =
  'statut assertions { source statut volet seuil { valeur comparateur unite part declencheur precision condition echeance texte volet } provenance { origine document { code } section lignes confiance note } } ecarts { code }';

@Directive('@key(fields: "code")')
@ObjectType()
export class Exigence {
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Field(() => StatutExigence)
  statut?: StatutExigence;

  @Directive('@external')
  @Field(() => [Assertion])
  assertions?: Assertion[];

  @Directive('@external')
  @Field(() => [Ecart])
  ecarts?: Ecart[];

  @Directive(`@requires(fields: "${STATEMENTS}")`)
  @Field(() => Verdict, {
    nullable: true,
    description:
      'Verdict qu’aurait une valeur donnée, dans l’unité du seuil : pour lire le standard, sans rien mesurer ni enregistrer.',
  })
  verdict?: Verdict | null;
}
