import { CodePalier } from '@palier/runtime/paliers';
import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { CodeService } from '@palier/runtime/code-service';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// What the ministry owns and this level only names: the gateway asks the ministry for all but the key.

const OWNED_BY_MINISTRY = '@key(fields: "code", resolvable: false)';

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Document {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Passage {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Palier {
  @Field(() => CodePalier)
  code: CodePalier;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Mandat {
  @Field(() => ID)
  code: string;
}

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
