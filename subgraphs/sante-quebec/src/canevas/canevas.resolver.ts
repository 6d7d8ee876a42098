import type { Awaitable } from '@palier/runtime/awaitable';
import { type ConnectionValue, PageArgs, parsePage, toConnection } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import type { Context } from '../tables.ts';
import { CANEVAS_ABSENT, canevasLoader, indicateursByCanevas, toCanevas } from './canevas.loader.ts';
import { countCanevas, listCanevas } from './canevas.queries.ts';
import { Canevas, CanevasConnection } from './canevas.type.ts';

export const canevasReference = defineReferenceByCode('Canevas', canevasLoader);

@Resolver(() => Canevas)
export class CanevasResolver {
  @Query(() => CanevasConnection, {
    description:
      'Les canevas de reddition de comptes, par code ; `absence` dit qui les doit quand il n’y en a pas.',
  })
  async canevas(
    @Ctx() { database }: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
  ): Promise<ConnectionValue<Canevas>> {
    const page = parsePage('canevas', pageArgs);
    const rows = await listCanevas(database, { afterKey: page.afterKey, limit: page.first + 1 });
    return toConnection({
      page,
      rows: rows.map(toCanevas),
      keyOf: ({ code }) => code,
      count: () => countCanevas(database),
      absence: CANEVAS_ABSENT,
    });
  }

  @FieldResolver()
  indicateurs(@Root() { code }: Canevas, @Ctx() context: Context): Awaitable<Indicateur[]> {
    return indicateursByCanevas.load(context, code);
  }
}
