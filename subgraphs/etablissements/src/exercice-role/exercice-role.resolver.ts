import type { Awaitable } from '@palier/runtime/awaitable';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { defineListedReference } from '../listing/reference-by-id.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { exerciceRoles } from './exercice-role.loader.ts';
import { type ExerciceRole, ExerciceRoleConnection } from './exercice-role.type.ts';

export const exerciceRoleReference = defineListedReference('ExerciceRole', exerciceRoles);

const exerciceRolesOf = exerciceRoles.under({ column: 'territoire_code', holds: 'ONE' });

@Resolver(() => TerritoireClsc)
export class TerritoireExerciceRolesResolver {
  @ListSize(10)
  @FieldResolver(() => ExerciceRoleConnection, {
    nullable: true,
    description: 'Comment les quatre rôles du CLSC s’exercent dans le territoire.',
  })
  exerciceRoles(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<ExerciceRole>> {
    return exerciceRolesOf(context, code, args);
  }
}
