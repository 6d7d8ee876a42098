import { CodePalier } from '@palier/runtime/paliers';
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
export class Standard {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Ecart {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Element {
  @Field(() => ID)
  code: string;
}
