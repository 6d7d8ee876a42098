import type { Awaitable } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { designations, gestionnaireByTerritoire } from './designation.loader.ts';
import { Designation, DesignationConnection, Gestionnaire } from './designation.type.ts';

export const designationReference = defineReferenceByCode('Designation', designations.byKey, 'id');

const designationsOf = designations.under({ column: 'territoire_code', holds: 'ONE' });

@Resolver(() => TerritoireClsc)
export class TerritoireDesignationsResolver {
  @Query(() => Designation, {
    nullable: true,
    description: 'Une désignation de gestionnaire ; nul si elle est inconnue.',
  })
  designation(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Designation | null> {
    return designations.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @FieldResolver(() => Gestionnaire, {
    nullable: true,
    description: 'Gestionnaire de CLSC en fonction : un au plus par territoire, jamais sans délégation.',
  })
  gestionnaire(@Root() { code }: TerritoireClsc, @Ctx() context: Context): Awaitable<Gestionnaire> {
    return gestionnaireByTerritoire.load(context, code);
  }

  @ListSize(10)
  @FieldResolver(() => DesignationConnection, {
    nullable: true,
    description: 'Désignations de gestionnaires, en cours et passées.',
  })
  designations(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<Designation>> {
    return designationsOf(context, code, args);
  }
}
