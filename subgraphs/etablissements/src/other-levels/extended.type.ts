import { defineExtension } from '@palier/runtime/reference';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// What other levels own and this one adds fields to.

@Directive('@key(fields: "code")')
@ObjectType()
export class TerritoireClsc {
  @Field(() => ID)
  code: string;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class Etablissement {
  @Field(() => ID)
  code: string;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class Exigence {
  @Field(() => ID)
  code: string;
}

export const extensionReferences = [
  defineExtension('TerritoireClsc'),
  defineExtension('Etablissement'),
  defineExtension('Exigence'),
];
