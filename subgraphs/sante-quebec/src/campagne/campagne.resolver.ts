import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs, parsePage, toConnection } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { canevasLoader } from '../canevas/canevas.loader.ts';
import type { Canevas } from '../canevas/canevas.type.ts';
import type { Context } from '../tables.ts';
import {
  CAMPAGNE_ABSENTE,
  CODE_CAMPAGNE,
  campagneLoader,
  loadCurrentCampagne,
  toCampagne,
} from './campagne.loader.ts';
import { countCampagnes, listCampagnes } from './campagne.queries.ts';
import { Campagne, CampagneConnection, type CampagneValue } from './campagne.type.ts';

export const campagneReference = defineReferenceByCode('Campagne', campagneLoader);

@Resolver(() => Campagne)
export class CampagneResolver {
  @Query(() => CampagneConnection, {
    description:
      'Les campagnes de reddition de comptes, par code ; `absence` dit qui les doit quand il n’y en a pas.',
  })
  async campagnes(
    @Ctx() { database }: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
  ): Promise<ConnectionValue<CampagneValue>> {
    const page = parsePage('campagnes', pageArgs);
    const rows = await listCampagnes(database, { afterKey: page.afterKey, limit: page.first + 1 });
    return toConnection({
      page,
      rows: rows.map(toCampagne),
      keyOf: ({ code }) => code,
      count: () => countCampagnes(database),
      absence: CAMPAGNE_ABSENTE,
    });
  }

  @Query(() => Campagne, { nullable: true, description: 'Une campagne ; nul si le code est inconnu.' })
  campagne(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<CampagneValue | null> {
    return campagneLoader.load(context, parseCode(CODE_CAMPAGNE, code));
  }

  @FieldResolver()
  canevas(@Root() { canevasCode }: CampagneValue, @Ctx() context: Context): Awaitable<Canevas | null> {
    return canevasLoader.load(context, canevasCode);
  }

  @FieldResolver()
  async courante(@Root() { code }: CampagneValue, @Ctx() context: Context): Promise<boolean> {
    return (await loadCurrentCampagne(context))?.code === code;
  }
}
