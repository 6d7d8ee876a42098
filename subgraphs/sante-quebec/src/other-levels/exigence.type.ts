import { StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ListSize } from '@palier/runtime/demand';
import { ValeurJugee } from '../verdict/valeur-jugee.type.ts';
import { Verdict } from '../verdict/verdict.type.ts';
import { Assertion } from './assertion.type.ts';
import { Ecart } from './ministry.type.ts';

/** Values that are judged at once. */
export const MOST_VALEURS = 50;

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

  @Directive(`@requires(fields: "${STATEMENTS}")`)
  @ListSize(MOST_VALEURS)
  @Field(() => [ValeurJugee], {
    nullable: true,
    description: `Plusieurs verdicts à la fois, comme \`verdict\` les rend : un par valeur donnée, dans l’ordre, répétée comprise ; ${MOST_VALEURS} valeurs au plus.`,
  })
  verdicts?: ValeurJugee[] | null;
}
