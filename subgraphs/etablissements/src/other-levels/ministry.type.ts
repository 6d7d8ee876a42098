import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { CodeService } from '@palier/runtime/code-service';
import { OWNED_BY_MINISTRY } from '@palier/runtime/ministry.type';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

export { Document, Mandat, Palier, Ruisss } from '@palier/runtime/ministry.type';

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class RoleClsc {
  @Field(() => CodeRoleClsc)
  code: CodeRoleClsc;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class ServiceSocial {
  @Field(() => CodeService)
  code: CodeService;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class ReferenceLegale {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class ReseauLocal {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class ReseauTerritorial {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Region {
  @Field(() => ID)
  code: string;
}
