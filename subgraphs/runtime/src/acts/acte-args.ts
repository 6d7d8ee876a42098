import { ArgsType, Field, ID } from 'type-graphql';

/** What every act is given, whatever it does. */
@ArgsType()
export class ActeArgs {
  @Field(() => ID, {
    description:
      'Nom que vous donnez à cet acte, unique parmi les vôtres : le redemander sous la même clé ne refait rien et rend la même réponse.',
  })
  cle: string;

  @Field(() => String, {
    nullable: true,
    description: 'Raison de l’acte, gardée avec lui ; 2 000 caractères au plus.',
  })
  motif?: string | null;
}
