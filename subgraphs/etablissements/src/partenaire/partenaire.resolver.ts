import type { Awaitable } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { partenaires } from './partenaire.loader.ts';
import { Partenaire, PartenaireConnection } from './partenaire.type.ts';

export const partenaireReference = defineReferenceByCode('Partenaire', partenaires.byKey, 'id');

const partenairesOf = partenaires.under({ column: 'territoire_code', holds: 'ONE' });

@Resolver(() => TerritoireClsc)
export class TerritoirePartenairesResolver {
  @Query(() => Partenaire, { nullable: true, description: 'Un partenaire ; nul s’il est inconnu.' })
  partenaire(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Partenaire | null> {
    return partenaires.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @FieldResolver(() => PartenaireConnection, {
    nullable: true,
    description: 'Partenaires du milieu, déclarés par l’établissement.',
  })
  partenaires(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<Partenaire>> {
    return partenairesOf(context, code, args);
  }
}
