import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_TERRITOIRE, IDENTIFIANT, parseCode, parseOptionalCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { sayAsked } from '../listing/say-asked.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { constats } from './constat.loader.ts';
import { Constat, ConstatConnection } from './constat.type.ts';

export const constatReference = defineReferenceByCode('Constat', constats.byKey, 'id');

const IN_TERRITOIRE = { column: 'territoire_code', holds: 'ONE' } as const;
const constatsOf = constats.under(IN_TERRITOIRE);

@ArgsType()
class ConstatsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Territoire observé, par exemple « 06112 ».' })
  territoire?: string | null;
}

@Resolver(() => Constat)
export class ConstatResolver {
  @Query(() => ConstatConnection, { description: 'Constats territoriaux.' })
  constats(
    @Ctx() context: Context,
    @Args(() => ConstatsArgs) args: ConstatsArgs,
  ): Awaitable<ConnectionValue<Constat>> {
    const list = constats.page(context, args, [
      { ...IN_TERRITOIRE, value: parseOptionalCode(CODE_TERRITOIRE, args.territoire) },
    ]);
    return sayAsked(list, args);
  }

  @Query(() => Constat, { nullable: true, description: 'Un constat ; nul s’il est inconnu.' })
  constat(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Constat | null> {
    return constats.byKey.load(context, parseCode(IDENTIFIANT, id));
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireConstatsResolver {
  @FieldResolver(() => ConstatConnection, { nullable: true, description: 'Constats sur le territoire.' })
  constats(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<Constat>> {
    return constatsOf(context, code, args);
  }
}
