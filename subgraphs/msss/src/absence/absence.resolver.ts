import type { AbsenceValue } from '@palier/runtime/absence';
import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { mandatCatalogue, palierCatalogue } from '../palier/palier.loader.ts';
import type { Mandat, Palier } from '../palier/palier.type.ts';
import type { Context } from '../tables.ts';
import { Absence } from './absence.type.ts';

/** The ministry owns what the other levels only name: it reads them whole. */
@Resolver(() => Absence)
export class AbsenceResolver {
  @FieldResolver()
  doitRepondre(
    @Root() { doitRepondre }: AbsenceValue,
    @Ctx() context: Context,
  ): Awaitable<Palier | null> | null {
    return doitRepondre && palierCatalogue.byCode.load(context, doitRepondre.code);
  }

  @FieldResolver()
  mandat(@Root() { mandat }: AbsenceValue, @Ctx() context: Context): Awaitable<Mandat | null> | null {
    return mandat && mandatCatalogue.byCode.load(context, mandat.code);
  }
}
