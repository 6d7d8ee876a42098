import type { Awaitable } from '@palier/runtime/awaitable';
import {
  CODE_ETABLISSEMENT,
  CODE_TERRITOIRE,
  IDENTIFIANT,
  parseCode,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { sayAsked } from '../listing/say-asked.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { partenaires } from '../partenaire/partenaire.loader.ts';
import type { Partenaire } from '../partenaire/partenaire.type.ts';
import type { Context } from '../tables.ts';
import { ententes } from './entente.loader.ts';
import { TypeEntente } from './entente-enums.ts';
import { Entente, EntenteConnection, type EntenteValue } from './entente.type.ts';

export const ententeReference = defineReferenceByCode('Entente', ententes.byKey, 'id');

const IN_TERRITOIRE = { column: 'territoire_codes', holds: 'MANY' } as const;
const ententesOf = ententes.under(IN_TERRITOIRE);

@ArgsType()
class EntentesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Territoire couvert, par exemple « 06112 ».' })
  territoire?: string | null;

  @Field(() => ID, { nullable: true, description: 'Établissement qui la conclut.' })
  etablissement?: string | null;

  @Field(() => TypeEntente, { nullable: true, description: 'Sorte d’entente.' })
  type?: TypeEntente | null;
}

@Resolver(() => Entente)
export class EntenteResolver {
  @Query(() => EntenteConnection, { description: 'Ententes déclarées ; chaque argument restreint la liste.' })
  ententes(
    @Ctx() context: Context,
    @Args(() => EntentesArgs) args: EntentesArgs,
  ): Awaitable<ConnectionValue<EntenteValue>> {
    const list = ententes.page(context, args, [
      { ...IN_TERRITOIRE, value: parseOptionalCode(CODE_TERRITOIRE, args.territoire) },
      {
        column: 'etablissement_code',
        holds: 'ONE',
        value: parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement),
      },
      { column: 'type', holds: 'ONE', value: args.type ?? null },
    ]);
    return sayAsked(list, args);
  }

  @Query(() => Entente, { nullable: true, description: 'Une entente ; nul si elle est inconnue.' })
  entente(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<EntenteValue | null> {
    return ententes.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @FieldResolver()
  parties(
    @Root() { partenaireIds }: EntenteValue,
    @Ctx() context: Context,
  ): Awaitable<(Partenaire | null)[]> {
    return partenaires.byKey.loadMany(context, partenaireIds);
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireEntentesResolver {
  @FieldResolver(() => EntenteConnection, {
    nullable: true,
    description: 'Ententes qui couvrent le territoire.',
  })
  ententes(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<EntenteValue>> {
    return ententesOf(context, code, args);
  }
}
