import type { AbsenceValue } from '@palier/runtime/absence';
import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { RoleClsc, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Comment un des quatre rôles du CLSC s’exerce dans un territoire, selon l’établissement.',
})
export class ExerciceRole {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire.' })
  territoire: TerritoireClsc;

  @Field(() => RoleClsc, { nullable: true, description: 'Rôle exercé.' })
  role: RoleClsc;

  @Field(() => String, { description: 'Comment le rôle s’exerce.' })
  description: string;

  @ListSize(10)
  @Field(() => [String], { description: 'Ce qui l’atteste.' })
  preuves: string[];

  @Field(() => Int, { description: 'Version, à partir de 1.' })
  version: number;

  @Field(() => DateTime, { description: 'Instant de la déclaration.' })
  declareLe: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({
  description: 'Un des quatre rôles du CLSC dans un territoire : déclaré, ou dit manquant.',
})
export class DeclarationRole {
  @Field(() => CodeRoleClsc, { description: 'Rôle.' })
  code: CodeRoleClsc;

  @Field(() => Boolean, { description: 'Vrai quand `exerciceRoles` dit comment il s’exerce.' })
  estDeclare: boolean;

  @Field(() => Absence, {
    nullable: true,
    description: 'Quand rien n’en est déclaré, qui le doit ; nulle autrement.',
  })
  absence: AbsenceValue | null;
}

export const ExerciceRoleConnection = createConnectionType(
  'ExerciceRole',
  () => ExerciceRole,
  () => Absence,
);
