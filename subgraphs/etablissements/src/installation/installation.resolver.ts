import type { Awaitable } from '@palier/runtime/awaitable';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { installations } from './installation.loader.ts';
import { type Installation, InstallationConnection } from './installation.type.ts';

export const installationReference = defineReferenceByCode('Installation', installations.byKey);

const installationsOf = installations.under({ column: 'territoire_code', holds: 'ONE' });

@Resolver(() => TerritoireClsc)
export class TerritoireInstallationsResolver {
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
