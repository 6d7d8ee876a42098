import type { Awaitable } from '@palier/runtime/awaitable';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { type ActeValue, acteLoader } from '@palier/runtime/acts/journal.loader';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { AUCUN_IMPORT, readImportations } from './importation.loader.ts';
import {
  SorteImport,
  Importation,
  ImportationConnection,
  type ImportationValue,
} from './importation.type.ts';

@Resolver(() => Importation)
export class ImportationResolver {
  @Query(() => ImportationConnection, {
    description: 'Fichiers officiels importés, le dernier d’abord : par qui, quand, et ce qu’ils ont changé.',
  })
  imports(
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('sorte', () => SorteImport, { nullable: true, description: 'Restreint la liste à une sorte.' })
    sorte?: SorteImport | null,
  ): Awaitable<ConnectionValue<ImportationValue>> {
    return readImportations(context, args, { genre: sorte ?? null }, { absence: AUCUN_IMPORT });
  }

  @FieldResolver()
  acte(@Root() { numeroActe }: ImportationValue, @Ctx() context: Context): Awaitable<ActeValue | null> {
    return acteLoader.load(context, numeroActe);
  }
}
