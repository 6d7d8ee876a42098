import { OWNED_BY_MINISTRY } from '@palier/runtime/ministry.type';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

export { Document, Mandat, Palier, Ruisss } from '@palier/runtime/ministry.type';

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
