import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { type ConnectionValue, PageArgs, withAbsence } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { listDeclarations } from '../absence/declarations.ts';
import { RoleClsc, TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { exerciceRoles, ROLE_NON_DECLARE, sayRoleAbsent } from './exercice-role.loader.ts';
import { DeclarationRole, ExerciceRole, ExerciceRoleConnection } from './exercice-role.type.ts';

export const exerciceRoleReference = defineReferenceByCode('ExerciceRole', exerciceRoles.byKey, 'id');

const exerciceRolesOf = exerciceRoles.under({ column: 'territoire_code', holds: 'ONE' });
const exercicesOf = exerciceRoles.under({ column: 'role_code', holds: 'ONE' });

@Resolver(() => TerritoireClsc)
export class TerritoireExerciceRolesResolver {
  @Query(() => ExerciceRole, {
    nullable: true,
    description: 'Comment un rôle s’exerce dans un territoire ; nul si cette déclaration est inconnue.',
  })
  exerciceRole(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<ExerciceRole | null> {
    return exerciceRoles.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

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

  @ListSize(4)
  @FieldResolver(() => [DeclarationRole], {
    nullable: 'itemsAndList',
    description:
      'Chacun des quatre rôles du CLSC, dans l’ordre de 004 : déclaré, ou dit manquant par lui-même.',
  })
  declarationsRoles(
    @Root() { code: territoire }: TerritoireClsc,
    @Ctx() context: Context,
  ): Awaitable<DeclarationRole[]> {
    return chain(exerciceRolesOf(context, territoire, {}), (list) =>
      chain(list.nodes(), (nodes) =>
        listDeclarations(context, territoire, new Set(nodes.map(({ role }) => role.code)), {
          codes: Object.values(CodeRoleClsc),
          sayAbsent: sayRoleAbsent,
        }),
      ),
    );
  }
}

@Resolver(() => RoleClsc)
export class RoleExercicesResolver {
  @FieldResolver(() => ExerciceRoleConnection, {
    nullable: true,
    description: 'Où et comment le rôle s’exerce, selon les établissements : une déclaration par territoire.',
  })
  exercices(
    @Root() { code }: RoleClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<ExerciceRole>> {
    return chain(exercicesOf(context, code, args), (list) => withAbsence(list, ROLE_NON_DECLARE));
  }
}
