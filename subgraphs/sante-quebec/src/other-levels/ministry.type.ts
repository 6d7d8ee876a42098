import { OWNED_BY_MINISTRY } from '@palier/runtime/ministry.type';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

export { Document, Mandat, Palier, Ruisss } from '@palier/runtime/ministry.type';

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
