import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadElementsOf, loadListe } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { ConditionsDeSucces } from './conditions-de-succes.type.ts';

@Resolver(() => ConditionsDeSucces)
export class ConditionsDeSuccesResolver {
  @ListSize(2)
  @Query(() => [ConditionsDeSucces], {
    description: 'Les deux listes de conditions de succès (004, 2.2.8 et 2.2.9).',
  })
  async conditionsDeSucces(@Ctx() context: Context): Promise<ConditionsDeSucces[]> {
    const lists = await loadListe(context, 'CONDITIONS_DE_SUCCES');
    return lists.map(({ code, enonce, provenance }) => ({ code, titre: enonce, provenance }));
  }

  @FieldResolver(() => [Element])
  conditions(@Root() { code }: ConditionsDeSucces, @Ctx() context: Context): Awaitable<Element[]> {
    return loadElementsOf(context, code);
  }
}
