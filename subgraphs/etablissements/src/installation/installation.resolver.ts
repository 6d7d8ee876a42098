import type { Awaitable } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { installations } from './installation.loader.ts';
import { Installation, InstallationConnection } from './installation.type.ts';

export const installationReference = defineReferenceByCode('Installation', installations.byKey);

const installationsOf = installations.under({ column: 'territoire_code', holds: 'ONE' });

@Resolver(() => TerritoireClsc)
export class TerritoireInstallationsResolver {
  @Query(() => Installation, { nullable: true, description: 'Une installation ; nul si elle est inconnue.' })
  installation(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Installation | null> {
    return installations.byKey.load(context, parseCode(IDENTIFIANT, code));
  }

  @FieldResolver(() => InstallationConnection, {
    nullable: true,
    description: 'Installations qui se trouvent dans le territoire.',
  })
  installations(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<Installation>> {
    return installationsOf(context, code, args);
  }
}
